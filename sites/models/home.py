from django.apps import apps
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from sites.blocks import HomeBodyBlock
from sites.frame import frame_for

from .base import BasePage
from .container import FixedPagePermissionTester


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
    body = StreamField(HomeBodyBlock(), verbose_name=_("further content"), blank=True)

    parent_page_types = ["sites.VillageContainerPage"]
    is_creatable = False
    max_count_per_parent = 2
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
        announcements = apps.get_model("sites", "AnnouncementPage").objects
        context["announcements"] = announcements.child_of_home(self).current().for_cards().pinned_first()[:4]
        context["sections"] = frame_for(request).sections
        return context
