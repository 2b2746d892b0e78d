"""Which language a page is shown in, and where its translations are.

Indonesian has no prefix and English lives under /en/. A page without a
translation is never shown under the other language's address: its reader is
led to the nearest ancestor that is translated and told so.
"""

from typing import NamedTuple
from urllib.parse import urlencode

from django.apps import apps
from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site

NOTE_PARAMETER = "untranslated"
NAMES = {"id": "Bahasa Indonesia", "en": "English"}


class Alternate(NamedTuple):
    """A translation of a page: `lang_code` is the name Django's sitemaps use."""

    lang_code: str
    location: str


class LanguageNote(NamedTuple):
    """Tells a reader that `title` exists in another language only."""

    title: str
    url: str
    language_name: str
    language_code: str


def site_languages(request: HttpRequest) -> list[str]:
    """Codes of the languages that the requested site shows."""
    return apps.get_model("sites", "SiteSettings").for_request(request).languages


def translations(page: Page, codes: list[str]) -> dict[str, Page]:
    """Live translations of a page, itself included, by language code. Costs one query."""
    found = page.get_translations(inclusive=True).live().filter(locale__language_code__in=codes)
    return {other.locale.language_code: other for other in found.select_related("locale")}


def alternates(page: Page, request: HttpRequest) -> list[Alternate]:
    """Absolute addresses of a page's translations for hreflang; empty when it has one language."""
    found = translations(page, site_languages(request))
    if len(found) < 2:
        return []
    urls = [
        Alternate(code, request.build_absolute_uri(other.get_url(request))) for code, other in found.items()
    ]
    default = next((url for url in urls if url.lang_code == settings.LANGUAGE_CODE), urls[0])
    return [*urls, Alternate("x-default", default.location)]


def nearest_translation(page: Page, language_code: str) -> Page | None:
    """Return the page, or else its nearest ancestor, in another language. Costs two queries."""
    keys = page.get_ancestors(inclusive=True).filter(depth__gte=3).values_list("translation_key", flat=True)
    container = page.path[: 2 * Page.steplen]
    candidates = Page.objects.filter(
        translation_key__in=list(keys),
        locale__language_code=language_code,
        path__startswith=container,
        live=True,
    )
    return candidates.order_by("-depth").first()


def address_in(page: Page, language_code: str, request: HttpRequest) -> str | None:
    """Where the language switch leads: the translation, or an ancestor with a note."""
    target = nearest_translation(page, language_code)
    if target is None:
        return None
    url = target.get_url(request)
    if target.translation_key != page.translation_key:
        url += "?" + urlencode({NOTE_PARAMETER: page.pk})
    return url


def note_for(request: HttpRequest) -> LanguageNote | None:
    """Read who led the reader here; a made-up number gives no note."""
    number = request.GET.get(NOTE_PARAMETER, "")
    if not (number.isascii() and number.isdigit() and len(number) < 12):
        return None
    site = Site.find_for_request(request)
    page = Page.objects.live().public().filter(pk=number).select_related("locale").first()
    if page is None or not page.path.startswith(site.root_page.path[: 2 * Page.steplen]):
        return None
    code = page.locale.language_code
    return LanguageNote(page.title, page.get_url(request), NAMES[code], code)


def better_address(request: HttpRequest, path: str) -> str | None:
    """Return where a reader of an address without a page in this language should go.

    Covers a page that has no translation, and the whole of /en/ on a site
    that shows no English. Returns None when no language knows the address.
    """
    active = get_language()
    components = [part for part in path.split("/") if part]
    for home in homes(Site.find_for_request(request), other_than=active):
        try:
            page = home.specific.route(request, components).page
        except Http404:
            continue
        if active in site_languages(request):
            return address_in(page, active, request)
        return page.get_url(request)
    return None


def homes(site: Site, other_than: str) -> list[Page]:
    found = site.root_page.get_translations(inclusive=True).live()
    return list(found.exclude(locale__language_code=other_than))
