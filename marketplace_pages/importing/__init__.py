"""Products from a spreadsheet and back."""
