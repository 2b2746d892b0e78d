"""Courses to be kept on a phone."""
