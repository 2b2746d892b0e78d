"""What the market adds to the screen of a village hall: some products, others every day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.apps import apps
from django.utils.translation import gettext

from sites.hall_screen import ScreenPart, register_screen_part
from sites.hall_screen.parts import in_screens

from .market.sights import products_of

if TYPE_CHECKING:
    from sites.frame import Frame

# After the calendar of culture.
ORDER = 40
ROWS, MOST = 4, 8
TEMPLATE = "marketplace_pages/screen_products.html"


def connect() -> None:
    register_screen_part(ORDER, products)


def products(frame: Frame) -> Iterator[ScreenPart]:
    """Products of the village, each business in its turn. Two queries."""
    model = apps.get_model("marketplace_pages", "ShowcasePage")
    page = next((page for page in frame.sections if page.specific_class is model), None)
    if page is None:
        return
    index = page.specific_deferred
    index.locale = frame.home.locale
    shown = products_of(index, frame.site)[:MOST]
    for entries in in_screens(shown, ROWS):
        yield ScreenPart(gettext("From our village"), TEMPLATE, {"products": entries})
