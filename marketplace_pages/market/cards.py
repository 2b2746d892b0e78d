"""Products with all that their cards print, in two queries whatever their number."""

from django.apps import apps
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Site

from marketplace_pages.addresses import ORDER
from sites.querysets import one_of

# What of a business and of a village no card of a product needs.
LEFT_OUT = ("entry__business__body", "entry__business__opening_hours", "entry__business__how_to_get_there")


class Products:
    """The products of some ordered entries, counted and fetched part by part, as paginators ask for them."""

    def __init__(
        self, entries: QuerySet, site: Site, request: HttpRequest | None = None, number: int | None = None
    ):
        self.entries, self.site, self.request, self.number = entries, site, request, number

    def __len__(self) -> int:
        if self.number is None:
            self.number = self.entries.count()
        return self.number

    def __getitem__(self, part: slice) -> list:
        return fetch(list(self.entries.values_list("pk", flat=True)[part]), self.site, self.request)


class FirstProducts(Products):
    """The same where a few stand beside other things: among themselves by their lots."""

    def __getitem__(self, part: slice) -> list:
        found = _described(one_of(self.entries.values("pk")[part]), self.site, self.request)
        return sorted(found, key=lambda page: page.entry.lot)


def fetch(keys: list[int], site: Site, request: HttpRequest | None = None) -> list:
    """Products in the order of their keys, as readers of a site see them. One query; none for none."""
    by_key = {page.pk: page for page in _described(Q(pk__in=keys), site, request)} if keys else {}
    return [by_key[key] for key in keys if key in by_key]


def _described(wanted: Q, site: Site, request: HttpRequest | None) -> list:
    products = apps.get_model("marketplace_pages", "ProductPage").objects.filter(wanted).for_cards()
    found = products.select_related("entry__business", "entry__village__site__sitesettings").defer(*LEFT_OUT)
    pages = list(found)
    for page in pages:
        describe(page, site, request)
    return pages


def describe(page, site: Site, request: HttpRequest | None) -> None:
    """Say whose a product is and where it is ordered. No query."""
    page.business, village = page.entry.business, page.entry.village
    if village.site_id != site.pk:
        page.village_name, page.accent = village.display_name, village.accent
    if page.business.whatsapp:
        page.order_url = f"{page.get_url(request, site)}{ORDER}/"
