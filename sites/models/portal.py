from django.apps import apps
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from sites import finder
from sites.blocks import HomeBodyBlock

from .base import BasePage
from .container import FixedPagePermissionTester
from .village import Office, Village

# More than are shown: those of the portal and of closed villages fall out.
LATEST_LOOKED_AT = 60


class PortalHomePage(BasePage):
    """The first page of the regency portal: the village finder and what is new in the villages."""

    body = StreamField(HomeBodyBlock(), verbose_name=_("further content"), blank=True)

    parent_page_types = ["sites.PortalContainerPage"]
    is_creatable = False
    max_count_per_parent = 2
    menu_icon = "house"
    latest_shown = 6

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("portal home page")
        verbose_name_plural = _("portal home pages")

    def permissions_for_user(self, user):
        return FixedPagePermissionTester(user, self)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        register = list(Village.objects.with_site())
        return context | {
            **self.search_villages(request, register),
            "districts": sorted({village.district for village in register}),
            "villages_online": [village for village in register if village.is_open],
            "register_count": len(register),
            "latest": self.latest(request, register),
            "offices": Office.objects.all(),
        }

    def search_villages(self, request: HttpRequest, register: list[Village]) -> dict:
        """Answer the finder: by name or district, and with near spellings when nothing fits."""
        query = request.GET.get("q", "").strip()[: finder.LONGEST_QUERY]
        district = request.GET.get("district", "")
        found = [v for v in register if v.district == district] if district else register
        if query:
            found = finder.find(query, found)
        nothing = bool(query) and not found
        return {
            "query": query,
            "district": district,
            "villages": found if query or district else [],
            "suggestions": finder.suggest(query, register) if nothing else [],
        }

    def latest(self, request: HttpRequest, register: list[Village]) -> list:
        """Newest current announcements of all open villages, each with its village's name and colour."""
        language = get_language()
        by_container = {v.container_path: v for v in register if v.is_open and v.shows(language)}
        announcements = apps.get_model("sites", "AnnouncementPage").objects
        newest = announcements.in_language(language).current().public().for_cards().newest_first()
        found = []
        for page in newest[:LATEST_LOOKED_AT]:
            if village := by_container.get(page.path[: 2 * page.steplen]):
                page.village_name, page.village_accent = village.display_name, village.accent
                page.full_address = page.get_full_url(request)
                found.append(page)
        return found[: self.latest_shown]
