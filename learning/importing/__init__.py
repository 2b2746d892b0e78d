"""Courses from spreadsheets and JSON files: read, checked as a whole, and made as drafts."""
