from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from services import choices
from services.blocks import GuideStepBlock, stream_of
from services.editing.guide_form import GuidePageForm
from sites.models import BasePage, FollowingPage, SharedPageMixin, related_pages_panel
from sites.panels import TypedOnceMultiFieldPanel


class GuidePage(SharedPageMixin, FollowingPage):
    """The way through several services in steps, for something that happens in life."""

    LifeEvent = choices.LifeEvent

    life_event = models.CharField(_("event in life"), max_length=8, choices=LifeEvent)
    steps = StreamField(stream_of("step", GuideStepBlock), verbose_name=_("steps"), blank=True)

    base_form_class = GuidePageForm

    parent_page_types = ["services.ServiceIndexPage"]
    subpage_types = []
    listed_by = "services.ServiceIndexPage"
    card_template = "components/cards/guide.html"
    menu_icon = "book-open"
    schema_type = "HowTo"
    typed_once = ("life_event",)

    content_panels = [
        *BasePage.content_panels,
        *SharedPageMixin.sharing_panels,
        TypedOnceMultiFieldPanel([FieldPanel("life_event")], heading=_("What happens in life")),
        FieldPanel("steps"),
        related_pages_panel(),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("get_life_event_display"),
        index.SearchField("steps"),
    ]

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    @property
    def event_icon(self) -> str:
        return choices.EVENT_ICONS.get(self.life_event, self.menu_icon)

    def structured_data(self, request: HttpRequest) -> dict:
        # What is read of a guide knows its model.
        from services.reading.data import how_to

        return how_to(self, request)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from services.reading.guides import steps_of

        return super().get_context(request, *args, **kwargs) | {"steps": steps_of(self, request)}
