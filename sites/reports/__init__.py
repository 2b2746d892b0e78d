"""Reports for people of villages and offices: drafts, ageing pages, locked pages, changes.

Wagtail's own reports name pages and people of every village; portal staff keep
those. These ask `sites.tenancy` what their reader may see, and so do their
filters and their spreadsheets.
"""
