"""What a list of products says when it is empty: why, and where the way goes on."""

from typing import NamedTuple

from django.apps import apps
from django.http import HttpRequest
from django.utils.translation import gettext, ngettext

from sites.frame import frame_for

from .asked import HIGHEST, LOWEST
from .catalogue import Catalogue, elsewhere


class Nothing(NamedTuple):
    """Parameters of components/empty_state.html."""

    title: str
    text: str
    url: str
    label: str
    other_url: str = ""
    other_label: str = ""


def nothing(found: Catalogue, url: str, request: HttpRequest) -> Nothing:
    others = _in_other_villages(found, request)
    words = found.search.query
    if found.searched:
        title, text = gettext("No product fits all of this"), gettext("Take one of your choices away.")
        back = found.asked.address(url, [*_choices(found), (LOWEST, ""), (HIGHEST, "")])
        own = (back, gettext("Take all choices away"))
    elif words:
        title = gettext("Nothing found for “%(words)s”") % {"words": words}
        text, own = gettext("Try another word, or a shorter one."), (url, gettext("See all products"))
    else:
        title = gettext("No products yet")
        text = gettext("What people here make and offer will stand here.")
        own = (frame_for(request).home_url, gettext("Back to the home page"))
    first, second = (others, own) if others else (own, ("", ""))
    return Nothing(title, text, *first, *second)


def _choices(found: Catalogue) -> list[tuple[str, str]]:
    return [(facet.name, "") for facet in found.facets]


def _in_other_villages(found: Catalogue, request: HttpRequest) -> tuple[str, str] | None:
    """The way to the market that asks the same, where that finds something. Of a village only."""
    if found.scope.is_market:
        return None
    number = elsewhere(found)
    address = _market_address(found.scope.language, request) if number else ""
    if not address:
        return None
    label = ngettext("%(number)s in other villages", "%(number)s in other villages", number)
    return found.asked.address(address), label % {"number": number}


def _market_address(language: str, request: HttpRequest) -> str:
    """Address of the market of the regency in a language; empty where it is not published. One query."""
    markets = apps.get_model("marketplace_pages", "MarketPage").objects.in_language(language)
    market = markets.live().public().select_related("locale").first()
    return market.get_full_url(request) if market else ""
