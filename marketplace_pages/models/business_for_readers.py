from django.db import models
from django.http import HttpRequest
from wagtail.contrib.routable_page.models import RoutablePageMixin

from marketplace_pages.reading import business_data, business_sights


class BusinessForReaders(RoutablePageMixin, models.Model):
    """What a business says of itself on its page and to search engines, and what is asked below it."""

    class Meta:
        abstract = True

    @property
    def schema_type(self) -> str:
        return business_data.type_of(self)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        return context | business_sights.sights_of(self, request)

    def structured_data(self, request: HttpRequest) -> dict:
        return business_data.business(self, request)
