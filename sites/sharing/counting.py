"""Counts how often a shared page is opened, by site and day: no cookie, no address, no script."""

import logging
from datetime import date

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from sites.page_cache.marks import counts_views
from sites.page_cache.reading import is_reader

logger = logging.getLogger(__name__)


def count_view(page, request: HttpRequest, site) -> None:
    """Add one to today's number; a busy database must not keep a page from its reader."""
    # Those who get a copy of this answer are counted, too.
    counts_views(request, "sites.sharing.counting.add_views", page.pk, site.pk)
    if not is_for_reading(request):
        return
    try:
        add_views(page.pk, site.pk, timezone.localdate(), 1)
    except DatabaseError as error:
        logger.warning("A view of page %s was not counted: %s", page.pk, error)


def add_views(page_id: int, site_id: int, day: date, number: int) -> None:
    """Add to the number of a day. Raises `DatabaseError` where the database is busy or away."""
    views = apps.get_model("sites", "PageViews").objects
    row = {"page_id": page_id, "site_id": site_id, "day": day}
    if not views.filter(**row).update(number=F("number") + number):
        # Of two first readers at once, one makes the row and both are counted.
        views.bulk_create([views.model(**row)], ignore_conflicts=True)
        views.filter(**row).update(number=F("number") + number)


def is_for_reading(request: HttpRequest) -> bool:
    """Whether somebody opens the page to read it: no machine, no preloading browser, nobody who edits it."""
    is_preview = getattr(request, "is_preview", False)
    return not is_preview and settings.SESSION_COOKIE_NAME not in request.COOKIES and is_reader(request.META)
