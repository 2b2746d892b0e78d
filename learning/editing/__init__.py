"""What a course must be: its form in the editor, and the rules behind it. Imports and copies keep them."""
