"""Complaints and ideas that everybody may read: their list, a page for each, and its pictures."""
