"""Pages that offices publish once and many villages show: for whom, where, and how often they are read.

The models are in `sites/models/sharing.py`; the question which pages a site shows is
`VillagePageQuerySet.shown_on()`. Decision 0020 says why it is one page and no copies.
"""
