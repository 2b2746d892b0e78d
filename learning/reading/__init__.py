"""The pages of a course that are read."""
