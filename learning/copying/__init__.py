"""Courses of others as drafts of one's own, with credit and with files of one's own."""
