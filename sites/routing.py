"""From an address to its page, in two queries whatever its depth."""

from functools import partial
from itertools import accumulate

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from sites import languages
from sites.frame import frame_for
from sites.querysets import all_pages, is_live
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
    frame = frame_for(request)
    key = f"page:{home.pk}:{'/'.join(parts)}"
    # Anybody may ask for anything below a page; what is there is known.
    page, rest = frame.remembered(key, partial(_found_at, home, parts), keeps=lambda found: not found[1])
    # What is shared stands before what a list of the site serves below itself.
    if rest and (guest := addresses.guest_at(home, frame, parts)):
        return guest.route(request, parts[addresses.GUEST_DEPTH :])
    return (page or home.specific).route(request, rest)


def _found_at(home: Page, parts: list[str]) -> tuple[Page | None, list[str]]:
    """The page as its own type, and what is left of its address for it to answer."""
    trail, found = _deepest(home, parts)
    if found is None:
        return None, parts
    page = found.specific_class.objects.with_publisher().with_pictures().get(pk=found.pk)
    page.locale = found.locale
    page.is_public = not found.is_restricted
    page.trail = trail
    return page, parts[found.depth - home.depth :]


def _deepest(home: Page, parts: list[str]) -> tuple[list[Page], Page | None]:
    """The page at an address, or else the one that may know what is below its own: a feed, a lesson.

    With it the pages on the way to it from the home, whether they are published or not. None where not
    even the first step below the home is there. One query.
    """
    steps = accumulate(parts, lambda path, part: f"{path}{part}/", initial=home.url_path)
    pages = all_pages().filter(url_path__in=[*steps]).with_restriction().select_related("locale")
    way = list(pages.order_by("depth"))
    number = max((number for number, page in enumerate(way) if is_live(page)), default=0)
    return way[:number], way[number] if number else None


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
