"""The quiz at the end of a course, and the practice inside its lessons."""
