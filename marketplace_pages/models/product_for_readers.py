from django.apps import apps
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import cached_property
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from marketplace_pages import availability
from marketplace_pages.choices import Availability
from marketplace_pages.counting import count_view
from marketplace_pages.ordering.one_product import order_product, price_of
from marketplace_pages.ordering.whatsapp import may_lead_there
from marketplace_pages.prices import range_text
from marketplace_pages.querysets.gathering import rows_from
from marketplace_pages.reading import product_data, product_sights
from marketplace_pages.reading.steps import step_down
from sites.drawing.share_card import Label
from sites.page_cache.marks import shows_others

ORDER_PATH = "pesan/"


class ProductForReaders(RoutablePageMixin, models.Model):
    """What a product says of itself on its page, its card and to search engines, and how it is ordered."""

    share_card_beside_picture = True

    class Meta:
        abstract = True

    @cached_property
    def business(self):
        """The business in the language of this version.

        A product that readers may open brings it along with its row of the market. Else one query.
        """
        state = self._state.fields_cache
        if entry := state.get("entry"):
            return entry.business
        businesses = apps.get_model("marketplace_pages", "BusinessPage").objects
        return businesses.select_related("listing_image").get(path=self.path[: -self.steplen])

    @cached_property
    def variant_list(self) -> list:
        """Sizes and colours in their order. Whoever asked `with_variants()` has them already."""
        model = apps.get_model("marketplace_pages", "ProductVariant")
        if not hasattr(self, "gathered_variants"):
            return self.rows("variants")
        return rows_from(model, self.gathered_variants)

    @cached_property
    def shown_permits(self) -> list:
        """Permits that hold for it and that readers see. One query."""
        permits = apps.get_model("marketplace_pages", "Permit").objects
        return list(permits.shown().of_product(self))

    @property
    def lowest_and_highest(self) -> tuple[int, int] | None:
        """What it costs at least and at most, its variants among them; None for a price on request."""
        prices = [self.price_from_rupiah, self.price_to_rupiah]
        prices += [variant.price_rupiah for variant in self.variant_list if not variant.is_sold_out]
        known = [price for price in prices if price]
        return (min(known), max(known)) if known else None

    @property
    def price_text(self) -> str:
        return range_text(self.price_from_rupiah, self.price_to_rupiah)

    @property
    def price_rupiah(self) -> int | None:
        return self.price_from_rupiah

    @property
    def single_price(self) -> int | None:
        """The price where it is the same for everybody."""
        found = self.lowest_and_highest
        return found[0] if found and found[0] == found[1] else None

    @property
    def fixed_price(self) -> int | None:
        """What one costs without any variant; None where it is told on request or depends on the work."""
        return price_of(self)

    @property
    def maker(self) -> str:
        return self.business.title

    @property
    def order_url(self) -> str:
        return self.url + ORDER_PATH

    @property
    def is_sold_out(self) -> bool:
        return self.availability == Availability.SOLD_OUT

    @property
    def can_be_ordered(self) -> bool:
        """Else people may only ask: it is sold out, in all its variants too, or out of season."""
        variants = self.variant_list
        gone = bool(variants) and all(variant.is_sold_out for variant in variants)
        return not (self.is_sold_out or gone or availability.is_out_of_season(self))

    @property
    def availability_text(self) -> str:
        return availability.availability_text(self)

    def business_name(self) -> str:
        return self.business.title

    def category_names(self) -> str:
        above = self.category.parent
        return " ".join(one.name if self.is_source else one.name_en for one in (self.category, above) if one)

    def tag_names(self) -> str:
        return " ".join(self.tag_list)

    @cached_property
    def tag_list(self) -> list[str]:
        if hasattr(self, "gathered_tags"):
            return sorted(row["name"] for row in self.gathered_tags or [])
        return sorted(tag.name for tag in self.tags.all())

    def route(self, request: HttpRequest, path_components: list[str]):
        """A product is found only as long as its business is."""
        if not self.business.live:
            raise Http404
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = super().serve(request, *args, **kwargs)
        if response.status_code == 200:
            count_view(self, request)
        return may_lead_there(response)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        step_down(self, [self.business], request)
        context = super().get_context(request, *args, **kwargs)
        # Beside it stand products like it, of other villages, too.
        shows_others(request)
        return context | product_sights.sights_of(self, request)

    @path(ORDER_PATH, name="order")
    def order(self, request: HttpRequest) -> HttpResponse:
        """Lead to WhatsApp with the message for the maker; a wrong order comes back with the reason."""
        return order_product(self, request)

    def structured_data(self, request: HttpRequest) -> dict:
        return product_data.product(self, request)

    def open_graph(self) -> list[tuple[str, object]]:
        if self.single_price is None:
            return []
        return [("product:price:amount", self.single_price), ("product:price:currency", "IDR")]

    def share_label(self) -> Label:
        return Label(self.price_text)
