"""Where a village shows the page of an office: below its own list of that kind, under the office's name.

`/pengumuman/disbudpar/ayo-menari/`: the village's own pages lie one step higher, so none is in its way.
"""

from django.apps import apps
from django.http import HttpRequest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from sites.identity import portal_site

# In the place of an office's name, for what the regency itself publishes on its portal.
REGENCY = "banyuwangi"


def tail(page) -> str:
    """What follows the address of the list."""
    return f"{page.office.slug if page.office_id else REGENCY}/{page.slug}/"


def guest_at(index, frame, parts: list[str]):
    """The shared page below a list of a frame's site, or None; `parts` follow the list's address."""
    if len(parts) < 2 or index.depth_below_home != 1 or not may_have_guests(index):
        return None
    publisher, slug = parts[:2]
    found = index.guests(frame.site).of_publisher(publisher).filter(slug=slug)
    page = found.select_related("locale", "office").first()
    if page:
        # Found public, and read in the frame of this site.
        page.is_public, page.host = True, frame
    return page


def may_have_guests(index) -> bool:
    return bool(index.lists) and getattr(apps.get_model(index.lists), "may_be_shared", False)


def moved_address(request: HttpRequest, index, site: Site, parts: list[str]) -> str | None:
    """Where a shared page is now that had this address before its slug was changed, or None.

    Wagtail remembers old addresses of the portal's pages; villages need no memory of their own.
    """
    if len(parts) != 2 or not may_have_guests(index):
        return None
    publisher, slug = parts
    old = Redirect.objects.filter(site=portal_site(), old_path__endswith=f"/{slug}")
    pages = old.exclude(redirect_page=None).values("redirect_page")
    found = index.guests(site).of_publisher(publisher).filter(pk__in=pages)
    page = found.select_related("locale", "office").first()
    return page.get_url(request) if page else None
