"""What a showcase and the market print."""

from django.http import HttpRequest
from django.utils.translation import ngettext
from wagtail.models import Site

from sites.frame import frame_for

from . import panel
from .cards import Products
from .catalogue import Catalogue, catalogue
from .empty import nothing
from .parts import parts_of
from .scopes import Scope
from .sorting import USUAL, in_order


def products_of(index, site: Site, products: type[Products] = Products) -> Products:
    """Products in their turns, for what shows some of them without asking. Two queries."""
    scope = Scope.of(index, site)
    return products(in_order(scope.entries(), USUAL, scope), site)


def sights_of(index, request: HttpRequest) -> dict:
    """Context of a showcase and of the market."""
    found, url = catalogue(Scope.of(index, frame_for(request).site), request.GET), index.get_url(request)
    listing, active = index.paginate(request, found.products(request)), panel.chips(found, url)
    return {
        "found": found,
        "listing": listing,
        "groups": panel.groups(found) if found.searched else [],
        "filters": active,
        "found_text": found_text(found),
        "list_url": url,
        "query": found.search.query,
        "kept": list(found.asked.pairs([("q", ""), ("exact", "")])),
        "corrected_url": found.asked.address(url) + "&exact=1" if found.reading.corrected else "",
        "suggested": found.search.suggestion,
        "parts": parts_of(index),
        "empty": None if found.number else nothing(found, url, request),
        "title_details": [chip["label"] for chip in active],
        "is_narrowed": bool(found.search.query or found.asked.is_narrowed or found.asked.sort),
    }


def found_text(found: Catalogue) -> str:
    """Such as "9 of 31 products"."""
    number, total = found.number, found.searched
    if number == total:
        return ngettext("%(number)s product", "%(number)s products", total) % {"number": total}
    text = ngettext("%(number)s of %(total)s product", "%(number)s of %(total)s products", total)
    return text % {"number": number, "total": total}
