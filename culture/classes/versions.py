"""Finds classes: that of a number, and the version of one in a language."""

from __future__ import annotations

from django.conf import settings
from wagtail.models import Site

from culture.models import ClassPage
from sites.querysets import LARGEST_KEY


def class_on(site: Site, key: int) -> ClassPage | None:
    """The Indonesian version of a class that readers of a site may open, by its number."""
    if key > LARGEST_KEY:
        return None
    found = ClassPage.objects.in_village(site).live().public().with_seats().select_related("locale")
    return found.filter(pk=key, locale__language_code=settings.LANGUAGE_CODE).first()


def version_in(source: ClassPage, language: str) -> ClassPage:
    """The published version of a class in a language, or else the Indonesian one."""
    if language == settings.LANGUAGE_CODE:
        return source
    found = source.get_translations().live().public().filter(locale__language_code=language)
    page = found.select_related("locale").first()
    if page is None:
        return source
    # Known already.
    page.source, page.seats_taken = source, source.seats_taken
    return page
