"""From an address to its page, in two queries whatever its depth."""

from itertools import accumulate

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from sites import languages
from sites.frame import frame_for
from sites.querysets import all_pages
from sites.sharing import addresses


def split(path: str) -> list[str]:
    return [part for part in path.split("/") if part]


def route(request: HttpRequest, path: str) -> RouteResult:
    """Find the page of a path in the active language; raises Http404.

    A page is looked up by its whole path at once: the site's own first, then what
    offices share with it. What a page serves below its own address (a feed, a lesson)
    is left to the deepest page on the way.
    """
    frame = frame_for(request)
    language = get_language()
    home = frame.home_in(language) if language in frame.settings.languages else None
    if home is None:
        raise Http404
    return route_below(home, request, split(path))


def route_below(home: Page, request: HttpRequest, parts: list[str]) -> RouteResult:
    if not parts:
        return _whole_home(home, request).route(request, [])
    found = _deepest(home, parts)
    rest = parts[found.depth - home.depth :] if found else parts
    # What is shared stands before what a list of the site serves below itself.
    if rest and (guest := addresses.guest_at(home, frame_for(request), parts)):
        return guest.route(request, parts[addresses.GUEST_DEPTH :])
    if found is None:
        return home.specific.route(request, parts)
    page = found.specific_class.objects.with_publisher().get(pk=found.pk)
    page.locale = found.locale
    page.is_public = not found.is_restricted
    return page.route(request, rest)


def _deepest(home: Page, parts: list[str]) -> Page | None:
    """The page at an address, or else the one that may know what is below its own: a feed, a lesson.

    None where not even the first step below the home is there. One query.
    """
    steps = accumulate(parts, lambda path, part: f"{path}{part}/", initial=home.url_path)
    pages = all_pages().live().filter(url_path__in=[*steps][1:]).with_restriction()
    return pages.select_related("locale").order_by("-depth").first()


def _whole_home(home: Page, request: HttpRequest) -> Page:
    """The home as its own type, with its versions in other languages."""
    found = next((page for page in frame_for(request).whole_homes if page.pk == home.pk), None)
    if found is None:
        raise Http404
    found.is_public = not found.is_restricted
    return found


def better_address(request: HttpRequest, path: str) -> str | None:
    """Return where a reader of an address without a page in this language should go.

    Covers a page that has no translation, one whose prefix is missing, and all
    of /en/ on a site that shows no English. A note on that page says why, unless
    it is a translation of what was asked for. None when no language knows it.
    """
    frame = frame_for(request)
    active = get_language()
    shown = active in frame.settings.languages
    for home in frame.site.root_page.get_translations(inclusive=True).live().select_related("locale"):
        if shown and home.locale.language_code == active:
            continue  # `route()` has looked there
        try:
            page = route_below(home, request, split(path)).page
        except Http404:
            continue
        if page.is_guest and (
            address := guest_translation(page, active if shown else settings.LANGUAGE_CODE)
        ):
            return address
        lead = languages.address_in if shown else languages.address_in_default
        return lead([*page.trail, page], active, request)
    return None


def address_of_guest(request: HttpRequest, path: str) -> str | None:
    """Where an address below a list leads that names an office: to what it shares there.

    That is a page that had this address before its slug was changed, or the list for the name alone.
    """
    asked = request, frame_for(request), split(path)
    return addresses.moved_address(*asked) or addresses.list_of_publisher(*asked)


def guest_translation(page, language: str) -> str | None:
    """Address on the same site of an office's page in another language; None while it has none."""
    found = page.live_translations([language]).get(language)
    return page.host.guest_address(found) if found else None
