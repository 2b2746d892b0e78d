"""Where the desk of the market is found: the addresses of its sections, and the entry in the menu."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from wagtail.admin.menu import MenuItem

from marketplace_pages.counting import urls as counting
from marketplace_pages.importing import urls as importing
from marketplace_pages.printing import urls as printing
from marketplace_pages.readiness import urls as readiness
from sites.tenancy.rules import Visit, ruled

from . import urls
from .access import has_desk
from .desk import DESK_TITLE, NAMESPACE
from .product_list import ProductListView

# Each section has a module `urls` with `urlpatterns`, whose views are `ruled()`, and its `offer()`s.
SECTIONS: list[list[URLPattern]] = [
    urls.urlpatterns,
    importing.urlpatterns,
    printing.urlpatterns,
    counting.urlpatterns,
    readiness.urlpatterns,
]


def urlpatterns() -> list[URLPattern | URLResolver]:
    index = path("", ruled(ProductListView.as_view(), has_desk), name="index")
    found = [index, *(pattern for section in SECTIONS for pattern in section)]
    return [path("pasar/", include((found, NAMESPACE)))]


class MarketDeskItem(MenuItem):
    """For those who look after products, or may begin some."""

    def __init__(self):
        super().__init__(
            DESK_TITLE, reverse_lazy(f"{NAMESPACE}:index"), name="market-desk", icon_name="pick", order=157
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return has_desk(Visit(request, {}))
