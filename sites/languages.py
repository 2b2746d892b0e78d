"""Which language a page is shown in, and where its translations are.

Indonesian has no prefix and English lives under /en/. A page without a
translation is never shown under the other language's address: its reader is
led to the nearest ancestor that is translated and told so. The same holds for
a whole site that has no English.
"""

from typing import NamedTuple
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page, Site

from sites.querysets import all_pages
from sites.sharing.guests import with_guests

NOTE_PARAMETER = "untranslated"
NAMES = {"id": "Bahasa Indonesia", "en": "English"}


class Alternate(NamedTuple):
    """A translation of a page, under the names that Django's sitemaps use."""

    lang_code: str
    location: str


class LanguageNote(NamedTuple):
    """Tells a reader that `title` exists in another language only."""

    title: str
    url: str
    language_name: str
    language_code: str


class MissingLanguageNote(NamedTuple):
    """Tells a reader, in the language they asked for, that the whole site has none of it."""

    language_code: str


def translations(page: Page, codes: list[str]) -> dict[str, Page]:
    """Live, public translations of a page, itself included, by language code. Costs one query."""
    found = page.get_translations(inclusive=True).live().public().filter(locale__language_code__in=codes)
    return {other.locale.language_code: other for other in found.select_related("locale")}


def alternates(addresses: dict[str, str]) -> list[Alternate]:
    """List a page's absolute addresses by language for hreflang; empty for one language."""
    if len(addresses) < 2:
        return []
    default = addresses.get(settings.LANGUAGE_CODE) or next(iter(addresses.values()))
    return [
        *(Alternate(code, url) for code, url in sorted(addresses.items())),
        Alternate("x-default", default),
    ]


def absolute_addresses(found: dict[str, Page], request: HttpRequest) -> dict[str, str]:
    """Turn what `translations()` found into absolute addresses by language."""
    return {code: request.build_absolute_uri(page.get_url(request)) for code, page in found.items()}


def nearest_translation(trail: list[Page], language_code: str) -> Page | None:
    """Return the last page of a trail, or else its nearest ancestor, in another language. One query.

    `trail` runs from the home down to the page.
    """
    keys = [page.translation_key for page in trail]
    below_container = trail[0].path[: 2 * Page.steplen]
    candidates = all_pages().filter(
        translation_key__in=keys,
        locale__language_code=language_code,
        path__startswith=below_container,
        live=True,
    )
    return candidates.order_by("-depth").first()


def address_in(trail: list[Page], language_code: str, request: HttpRequest) -> str | None:
    """Where the language switch leads: the translation, or an ancestor with a note."""
    page = trail[-1]
    target = nearest_translation(trail, language_code)
    if target is None:
        return None
    url = target.get_url(request)
    return url if target.translation_key == page.translation_key else _with_note(url, page.pk)


def address_in_default(trail: list[Page], asked_for: str, request: HttpRequest) -> str | None:
    """Where a reader goes who asked for a language that the site does not show: with a note that says so."""
    target = nearest_translation(trail, settings.LANGUAGE_CODE)
    return _with_note(target.get_url(request), asked_for) if target else None


def _with_note(url: str, reason: str | int) -> str:
    return f"{url}?{urlencode({NOTE_PARAMETER: reason})}"


def note_for(request: HttpRequest, shown: list[str]) -> LanguageNote | MissingLanguageNote | None:
    """Read from where the reader was led here, on a site that shows these languages.

    A made-up number, or a language that the site does have, gives no note.
    """
    reason = request.GET.get(NOTE_PARAMETER, "")
    if reason in NAMES:
        return MissingLanguageNote(reason) if reason not in shown else None
    if not (reason.isascii() and reason.isdigit() and len(reason) < 12):
        return None
    site = Site.find_for_request(request)
    pages = all_pages().shown_on(site).live().public()
    page = pages.filter(pk=reason, locale__language_code__in=shown).select_related("locale").first()
    if page is None:
        return None
    [page] = with_guests([page], site)
    code = page.locale.language_code
    return LanguageNote(page.title, page.get_url(request), NAMES[code], code)
