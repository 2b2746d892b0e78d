"""Shared pages for the lists of the admin: of any type, each with its office."""

from collections.abc import Iterable

from wagtail.models import Page

from .guests import keys_by_type


def with_offices(pages: Iterable[Page]) -> list:
    """Put pages of their own type, with office and language, into the places of bare ones.

    One query for each type among them. What the question has said of each page stays with it.
    """
    pages = list(pages)
    found = {}
    for model, keys in keys_by_type(pages).items():
        specific = model.objects.filter(pk__in=keys).select_related("locale", "office")
        found |= {page.pk: page for page in specific.defer_streamfields()}
    for page in pages:
        found[page.pk].cannot_be_hidden = page.cannot_be_hidden
    return [found[page.pk] for page in pages]


def has_ended(page) -> bool:
    """Whether it is in the archive; only some types know an end."""
    return getattr(page, "is_expired", False)
