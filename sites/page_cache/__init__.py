"""Whole pages for readers, kept in front of Django: no hit touches it, nor the database.

`layer.py` answers requests; what it needs stands beside it: `generations.py` (which pages have been
overtaken by a change), `entries.py` (one kept page), `shelves.py` (memory and disk), `flights.py` (one
request makes a page, the others wait), `making.py` (what may be kept of an answer of Django),
`addresses.py` (by what a page is found).

Django's side: `marks.py` (a page says that it may be kept, and by what it is overtaken), `owners.py` (whose
pages a changed row shows on), `changes.py` (each change of content moves generations), `parameters.py`
(what of a query a page reads), `tally.py` (views of kept pages), `purging.py` (a web server or CDN in front
of this one).

Why it is so: docs/decisions/0038-page-cache.md.
"""
