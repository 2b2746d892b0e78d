"""A web server or CDN in front of this one that keeps pages, too: it is told what has changed.

`SHARED_CACHE_SECONDS` lets it keep them, and `PURGE_URL` names where it takes PURGE requests. A page is
purged with the lists and the home above it, at its former address, too; whatever else shows it, and what
stood below a former address, follows when these seconds are over.
"""

from __future__ import annotations

from threading import Thread

from django.conf import settings
from django.db import transaction
from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move, pre_page_move

from sites.querysets import HOME_DEPTH

THREAD = "purge"
HTTP_BACKEND = "wagtail.contrib.frontend_cache.backends.HTTPBackend"


def connect() -> None:
    """Called once, when all models are loaded."""
    for name, signal in {
        "published": page_published,
        "unpublished": page_unpublished,
        "to-be-moved": pre_page_move,
        "moved": post_page_move,
    }.items():
        signal.connect(_changed, dispatch_uid=f"page-cache-purge-{name}")
    page_slug_changed.connect(_renamed, dispatch_uid="page-cache-purge-renamed")


def cache_control(seconds: int) -> str:
    """What a shared cache may do for so many seconds; browsers ask each time."""
    return f"public, max-age=0, must-revalidate, s-maxage={seconds}"


def _changed(sender, instance: Page, **kwargs) -> None:
    if settings.PURGE_URL:
        _purge([*instance.get_ancestors().filter(depth__gte=HOME_DEPTH), instance])


def _renamed(sender, instance: Page, instance_before: Page, **kwargs) -> None:
    if settings.PURGE_URL:
        _purge([instance_before])


def _purge(pages: list[Page]) -> None:
    """Tell the front once all is committed; by their addresses of now, since pages may be gone then."""
    batch = PurgeBatch()
    batch.add_pages(pages)

    def purge() -> None:
        told = {"BACKEND": HTTP_BACKEND, "LOCATION": settings.PURGE_URL}
        # In a thread, since Wagtail waits without end: nobody who publishes waits for what stands in front.
        Thread(target=batch.purge, kwargs={"backend_settings": {"http": told}}, name=THREAD).start()

    transaction.on_commit(purge, robust=True)
