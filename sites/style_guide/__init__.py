"""The style guide at /admin/panduan-gaya/: every component in each of its states, from the real templates.

A new component gets an `Entry` in `catalogue`, with a `State` for each way it can look. A test fails on
a template of templates/components/ that is not there.
"""
