from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.contrib.routable_page.models import RoutablePageMixin

from marketplace_pages.choices import Availability
from marketplace_pages.prices import range_text
from marketplace_pages.reading import product_data, product_sights
from sites.drawing.share_card import Label


class ProductForReaders(RoutablePageMixin, models.Model):
    """What a product says of itself on its page, its card and to search engines, and how it is ordered."""

    class Meta:
        abstract = True

    @cached_property
    def business(self):
        """The business in the language of this version; lists bring it along. Else one query."""
        return self.get_parent().specific

    @property
    def price_text(self) -> str:
        return range_text(self.price_from_rupiah, self.price_to_rupiah)

    @property
    def price_rupiah(self) -> int | None:
        return self.price_from_rupiah

    @property
    def maker(self) -> str:
        return self.business.title

    @property
    def is_sold_out(self) -> bool:
        return self.availability == Availability.SOLD_OUT

    def business_name(self) -> str:
        return self.business.title

    def category_names(self) -> str:
        above = self.category.parent
        return " ".join(one.name if self.is_source else one.name_en for one in (self.category, above) if one)

    def tag_names(self) -> str:
        return " ".join(tag.name for tag in self.tags.all())

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        return context | product_sights.sights_of(self, request)

    def structured_data(self, request: HttpRequest) -> dict:
        return product_data.product(self, request)

    def share_label(self) -> Label:
        return Label(self.price_text)
