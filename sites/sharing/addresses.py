"""Where a village shows the page of an office: below its own list of that kind, under the office's name.

`/pengumuman/disbudpar/ayo-menari/`: the village's own pages lie one step higher, so none is in its way.
"""

from collections.abc import Iterable

from django.apps import apps
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

# In the place of an office's name, for what the regency itself publishes on its portal.
REGENCY = "banyuwangi"
# Parts of a guest's address below a home: the list, the publisher, the page.
GUEST_DEPTH = 3


def complaint_about_slug(slug: str) -> str | None:
    """Say why an office can't have an address: on villages something else stands there."""
    if slug == REGENCY:
        return gettext("What the regency itself publishes stands at “%(slug)s”. Choose another address.") % {
            "slug": slug
        }
    if slug.isdecimal():
        return gettext("Addresses of digits only are those of years. Add a letter.")
    return None


def tail(page) -> str:
    """What follows the address of the list."""
    return f"{page.office.slug if page.office_id else REGENCY}/{page.slug}/"


def guest_at(home: Page, frame, parts: list[str]):
    """The shared page at which an address below a home begins, or None. One query for each type listed."""
    # No office has a name of digits only, for those are years of a list.
    if len(parts) < GUEST_DEPTH or parts[1].isdecimal() or (index := list_at(home, frame, parts)) is None:
        return None
    found = (guests.of_publisher(parts[1]).filter(slug=parts[2]) for guests in index.guests(frame.site))
    page = _first(guests.with_note_of(frame.village) for guests in found)
    if page:
        # Found public, and read in the frame of this site.
        page.is_public, page.host = True, frame
    return page


def list_at(home: Page, frame, parts: list[str]):
    """The list of a village, right below a home, at which an address begins and that may have guests."""
    if frame.is_portal or not parts:
        return None
    page = next((page for page in frame.sections_below(home) if page.slug == parts[0]), None)
    label = getattr(page.specific_class, "lists", "") if page else ""
    return page.specific_deferred if label and apps.get_model(label).may_be_shared else None


def list_of_publisher(request: HttpRequest, frame, parts: list[str]) -> str | None:
    """The list that an address leads to which ends in the name of who shares something there, or None."""
    index = list_at(frame.home, frame, parts)
    if index is None or len(parts) != 2:
        return None
    found = any(guests.of_publisher(parts[1]).exists() for guests in index.guests(frame.site))
    return index.get_url(request) if found else None


def moved_address(request: HttpRequest, frame, parts: list[str]) -> str | None:
    """Where a shared page is now that had this address before its slug was changed, or None.

    Wagtail remembers old addresses of the portal's pages; villages need no memory of their own.
    """
    index = list_at(frame.home, frame, parts)
    if index is None or len(parts) != 3:
        return None
    # Of an office, its name stands in the old address, too; since then the page may have another office.
    place = "/" if parts[1] == REGENCY else f"/{parts[1]}/"
    old = Redirect.objects.filter(
        site=frame.portal, old_path__contains=place, old_path__endswith=f"/{parts[2]}"
    )
    moved = old.exclude(redirect_page=None).values("redirect_page")
    page = _first(guests.filter(pk__in=moved) for guests in index.guests(frame.site))
    return page.get_url(request) if page else None


def _first(questions: Iterable[QuerySet]):
    """The first page that any of some questions finds; the others are not asked then."""
    found = (pages.select_related("locale", "office").first() for pages in questions)
    return next(filter(None, found), None)
