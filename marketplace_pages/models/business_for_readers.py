from django.apps import apps
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from marketplace_pages.ordering.several_products import order_several
from marketplace_pages.ordering.whatsapp import may_lead_there
from marketplace_pages.querysets.gathering import rows_from
from marketplace_pages.reading import business_data, business_sights
from marketplace_pages.reading.steps import step_down
from sites.drawing.share_card import Label

ORDER_PATH = "pesan/"


class BusinessForReaders(RoutablePageMixin, models.Model):
    """What a business says of itself on its page and to search engines, and what is asked below it."""

    share_card_beside_picture = True

    class Meta:
        abstract = True

    @property
    def schema_type(self) -> str:
        return business_data.type_of(self)

    @property
    def order_url(self) -> str:
        return self.url + ORDER_PATH

    @property
    def shown_owner(self) -> str:
        """The name of the owner, who agreed that it stands here."""
        return self.owner_name if self.owner_agreed_on else ""

    @cached_property
    def shown_permits(self) -> list:
        """Permits for all that it does, and for single products, that readers see. One query."""
        permits = apps.get_model("marketplace_pages", "Permit").objects
        return list(permits.shown().of_business(self))

    @cached_property
    def link_list(self) -> list:
        return self._gathered("links", "BusinessLink")

    @cached_property
    def unit_list(self) -> list:
        return self._gathered("units", "BusinessUnit")

    def _gathered(self, name: str, model: str) -> list:
        """Rows that came along with the page where readers asked for it by its address. Else one query."""
        if not hasattr(self, f"gathered_{name}"):
            return self.rows(name)
        return rows_from(apps.get_model("marketplace_pages", model), getattr(self, f"gathered_{name}"))

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return may_lead_there(super().serve(request, *args, **kwargs))

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        step_down(self, [], request)
        context = super().get_context(request, *args, **kwargs)
        return context | business_sights.sights_of(self, request)

    @path(ORDER_PATH, name="order")
    def order(self, request: HttpRequest) -> HttpResponse:
        """Lead to WhatsApp with one message for several products; says what can't be ordered."""
        return order_several(self, request)

    def structured_data(self, request: HttpRequest) -> dict:
        return business_data.business(self, request)

    def share_label(self) -> Label:
        return Label(self.get_kind_display())
