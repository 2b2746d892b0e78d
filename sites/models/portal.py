from functools import partial

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from sites import finder, transect
from sites.blocks import HomeBodyBlock
from sites.frame import frame_for
from sites.identity import register_for
from sites.page_cache.owners import EVERYTHING
from sites.page_cache.remembered import remembered

from .base import BasePage
from .container import FixedPagePermissionTester
from .home import VillageHomePage
from .home_sections import teasers
from .offices import OfficeIndexPage
from .profile import ProfilePage
from .village import Office, Village
from .village_news import VillageNewsIndexPage, name_villages, village_news


class PortalHomePage(BasePage):
    """The first page of the regency portal: the village finder and what is new in the villages."""

    parameters = BasePage.parameters | {"part", "q", "district", "all", "page"}
    body = StreamField(HomeBodyBlock(), verbose_name=_("further content"), blank=True)

    parent_page_types = ["sites.PortalContainerPage"]
    is_creatable = False
    max_count_per_parent = 2
    menu_icon = "house"
    latest_shown = 6
    most_pins = 8
    rows_shown = 24
    results_age_seconds = 60

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("portal home page")
        verbose_name_plural = _("portal home pages")

    def permissions_for_user(self, user):
        return FixedPagePermissionTester(user, self)

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.GET.get("part") == "villages":
            return self.serve_villages(request)
        return super().serve(request, *args, **kwargs)

    def serve_villages(self, request: HttpRequest) -> HttpResponse:
        """Answer with the list of villages alone, for the script that asks while somebody types."""
        # Links to further results lead to the whole page.
        request.GET = request.GET.copy()
        del request.GET["part"]
        context = {"page": self, **self.villages(request, self.register(request))}
        response = render(request, "components/finder.html", context)
        patch_cache_control(response, public=True, max_age=self.results_age_seconds)
        return response

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        frame = frame_for(request)
        context |= self.village_finder(request)
        if not context["asked"]:
            latest = list(village_news()[: self.latest_shown])
            name_villages(latest, request)
            context |= {
                "latest": latest,
                "teasers": teasers(frame),
                "news_page": section(request, VillageNewsIndexPage),
                "offices_page": section(request, OfficeIndexPage),
                "offices": frame.remembered(
                    f"offices:{get_language()}", partial(Office.objects.with_page, get_language())
                ),
            }
        return context

    def village_finder(self, request: HttpRequest) -> dict:
        """What `villages()` says, remembered for the day where nothing is asked: it reads all villages."""

        def find() -> dict:
            return self.villages(request, self.register(request))

        if request.GET:
            return find()
        key = f"finder:{get_language()}:{timezone.localdate()}"
        return remembered(request, key, [EVERYTHING], find)

    @staticmethod
    def register(request: HttpRequest) -> list[Village]:
        """All villages, with what their rows and pins need. Two queries."""
        register = register_for(frame_for(request).site)
        locate(register)
        return register

    def villages(self, request: HttpRequest, register: list[Village]) -> dict:
        """Answer the finder, or list the villages of the landscape with the numbers of their pins."""
        asked = finder.Question.read(request.GET)
        placed, unplaced = transect.from_mountain_to_sea([village for village in register if village.is_open])
        # Where not all have room, others stand there every day.
        landscape = transect.spread(placed, self.most_pins, timezone.localdate().toordinal())
        suggestions = []
        if asked.everything:
            found = placed + unplaced
        elif asked:
            found = finder.answer(asked, register)
            suggestions = [] if found else finder.suggest(asked.query, register)
        else:
            found = number(landscape) + unplaced[: self.most_pins - len(landscape)]
        listing = Paginator(found, self.rows_shown).get_page(request.GET.get("page"))
        describe([*listing, *suggestions])
        return {
            "asked": asked,
            "listing": listing,
            "suggestions": suggestions,
            "pins": transect.pins(landscape),
            "districts": finder.count_by_district(register),
            "register_count": len(register),
            "online_count": len(placed) + len(unplaced),
        }


def section(request: HttpRequest, model: type[Page]) -> Page | None:
    """The page of a type right below the home; staff may have unpublished it."""
    return next((page for page in frame_for(request).sections if page.specific_class is model), None)


def locate(register: list[Village]) -> None:
    """Let what a village says on its own profile replace what the register knows of its place. One query."""
    by_container = {village.container_path: village for village in register if village.is_open}
    says_where = Q(altitude_m__isnull=False) | Q(latitude__isnull=False, longitude__isnull=False)
    profiles = ProfilePage.objects.filter(says_where).in_language(settings.LANGUAGE_CODE).live().public()
    for path, altitude, *place in profiles.values_list("path", "altitude_m", "latitude", "longitude"):
        village = by_container.get(path[: 2 * Page.steplen])
        if village is None:
            continue
        if altitude is not None:
            village.altitude_m = altitude
        if None not in place:
            village.latitude, village.longitude = place


def number(villages: list[Village]) -> list[Village]:
    """Give villages the numbers that their pins have."""
    for position, village in enumerate(villages, start=1):
        village.number = position
    return villages


def describe(villages: list[Village]) -> None:
    """Give open villages the summary of their home, where the active language has one. One query."""
    language = get_language()
    shown = {v.container_path: v for v in villages if v.is_open and v.shows(language)}
    homes = VillageHomePage.objects.below(shown).in_language(language).live().public()
    for path, summary in homes.values_list("path", "summary"):
        shown[path[: 2 * Page.steplen]].summary = summary
