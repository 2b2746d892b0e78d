from urllib.parse import urlencode

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from culture.homes import name_homes
from sites.frame import frame_for
from sites.models import ListingPage, Village
from sites.related import name_places

from .art_forms import ArtFormPage


class ArtFormIndexPage(ListingPage):
    """The culture of a village, or of the whole regency: its own art forms, and those that offices share.

    The portal's own list has those of all villages, too.
    """

    parameters = ListingPage.parameters | {"kind", "village"}
    parent_page_types = ["sites.VillageHomePage", "sites.PortalHomePage", "sites.OfficePage"]
    subpage_types = ["culture.ArtFormPage"]
    max_count_per_parent = 1
    menu_icon = "music"
    lists = "culture.ArtFormPage"
    has_feed = False

    created_with_village = True
    village_order = 11
    portal_order = 3
    village_titles = {"id": "Budaya", "en": "Culture"}
    village_slugs = {"id": "budaya", "en": "culture"}

    class Meta:
        verbose_name = _("culture list")
        verbose_name_plural = _("culture lists")

    def entries(self, site):
        if self.depth_below_home != 1 or not site.is_default_site:
            return super().entries(site)
        pages = ArtFormPage.objects.shown_around(site, self.locale.language_code)
        return pages.filter(locale=self.locale_id)

    def get_listing(self, site):
        pages = self.in_order(self.entries(site).listed(), site)
        return pages.for_cards().prefetch_related("villages")

    def in_order(self, pages, site):
        return pages.at_home_first(Village.objects.filter(site=site)).in_listing_order()

    def get_listing_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        site, url = frame_for(request).site, self.get_url(request)
        pages = self.entries(site).listed()
        kind = chosen_of(request, "kind", ArtFormPage.Kind.values)
        villages = list(Village.objects.filter(pk__in=pages.homes()))
        code = chosen_of(request, "village", [village.code for village in villages])
        if code:
            pages = pages.at_home_in(code)
        counts = dict(pages.order_by().values_list("kind").annotate(models.Count("pk")))
        listing = self.paginate(
            request, self.in_order(pages.filter(kind=kind) if kind else pages, site).for_cards()
        )
        name_homes(listing.object_list)
        name_places(listing.object_list, request)
        place = next((village for village in villages if village.code == code), None)
        kinds = kinds_to_choose(url, counts, kind, {"village": code} if code else {})
        details = [ArtFormPage.Kind(kind).label] if kind else []
        return {
            "listing": listing,
            "categories": kinds,
            "all_url": f"{url}?{urlencode({'village': code})}" if code else url,
            "all_are_shown": not kind,
            "kind": kind,
            "villages": villages,
            "place": place,
            "list_url": url,
            "title_details": [*details, place.display_name] if place else details,
        }


def chosen_of(request: HttpRequest, name: str, offered: list[str]) -> str:
    """What a reader has chosen in the address; empty where that is not offered."""
    value = request.GET.get(name, "")
    return value if value in offered else ""


def kinds_to_choose(url: str, counts: dict, chosen: str, kept: dict) -> list[dict]:
    """The kinds of which there are any, with their number; the other choice stays in the address."""
    return [
        {
            "label": label,
            "value": value,
            "url": f"{url}?{urlencode({'kind': value, **kept})}",
            "current": value == chosen,
            "count": counts.get(value, 0),
        }
        for value, label in ArtFormPage.Kind.choices
        if value in counts or value == chosen
    ]
