from django.utils.translation import gettext_lazy as _

from .market_lists import MarketList


class MarketPage(MarketList):
    """The market of the regency: the products of all villages. It has no pages of its own."""

    parent_page_types = ["sites.PortalHomePage"]
    subpage_types = []
    max_count_per_parent = 1

    created_with_village = True
    village_order = 10
    portal_order = 2
    village_titles = {"id": "Pasar", "en": "Market"}
    village_slugs = {"id": "pasar", "en": "market"}

    class Meta:
        verbose_name = _("market of the regency")
        verbose_name_plural = _("markets of the regency")
