"""Counts how often a shared page is opened, by site and day: no cookie, no address, no script."""

import logging
import re

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

logger = logging.getLogger(__name__)
MACHINES = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|preview|facebookexternalhit|whatsapp/|curl/|wget/|python", re.I
)


def count_view(page, request: HttpRequest, site) -> None:
    """Add one to today's number; a busy database must not keep a page from its reader."""
    if not is_reader(request):
        return
    views = apps.get_model("sites", "PageViews").objects
    row = {"page_id": page.pk, "site": site, "day": timezone.localdate()}
    try:
        if not views.filter(**row).update(number=F("number") + 1):
            # Of two first readers at once, one makes the row and both are counted.
            views.bulk_create([views.model(**row)], ignore_conflicts=True)
            views.filter(**row).update(number=F("number") + 1)
    except DatabaseError as error:
        logger.warning("A view of page %s was not counted: %s", page.pk, error)


def is_reader(request: HttpRequest) -> bool:
    """Whether somebody opens the page to read it: no machine, no preloading browser, nobody who edits it."""
    if request.method != "GET" or getattr(request, "is_preview", False):
        return False
    purpose = request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    agent = request.headers.get("User-Agent", "")
    return (
        "prefetch" not in purpose
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not MACHINES.search(agent)
    )
