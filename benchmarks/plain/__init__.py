"""A plain Wagtail project, as `wagtail start` makes it, with pages comparable to ours."""
