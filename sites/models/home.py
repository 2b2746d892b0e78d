from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from sites.blocks import VillageHomeBlock
from sites.frame import frame_for

from .base import BasePage
from .container import FixedPagePermissionTester
from .home_sections import USUAL_ORDER, home_sections


def usual_body() -> list[tuple[str, None]]:
    """What a new home consists of, for its editor to move about."""
    return [(name, None) for name in USUAL_ORDER]


class VillageHomePage(BasePage):
    """The first page of a village, one for each language."""

    hero_image = models.ForeignKey(
        "sites.VillageImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("large picture"),
        help_text=_("Stands at the top. Without one, the batik motif stands there."),
    )
    body = StreamField(
        VillageHomeBlock(),
        verbose_name=_("content"),
        blank=True,
        default=usual_body,
        help_text=_("The parts of the page, from top to bottom. Drag them into the order you like."),
    )

    parent_page_types = ["sites.VillageContainerPage"]
    is_creatable = False
    max_count_per_parent = 2
    picture_fields = ("hero_image", "listing_image")
    menu_icon = "house"

    content_panels = [*BasePage.content_panels, FieldPanel("hero_image"), FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("village home page")
        verbose_name_plural = _("village home pages")

    def permissions_for_user(self, user):
        return FixedPagePermissionTester(user, self)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["home_sections"] = home_sections(self, frame_for(request))
        return context
