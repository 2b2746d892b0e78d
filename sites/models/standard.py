from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from sites.blocks import BodyBlock

from .base import BasePage


class StandardPage(BasePage):
    """A page of text and pictures: the profile of a village, how to get there, a service."""

    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)

    parent_page_types = [
        "sites.VillageHomePage",
        "sites.PortalHomePage",
        "sites.OfficePage",
        "sites.StandardPage",
    ]

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("text page")
        verbose_name_plural = _("text pages")
