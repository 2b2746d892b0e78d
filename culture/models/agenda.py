from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path
from wagtail.models import Site

from culture.calendar import feeds, views
from culture.calendar.happenings import Happening, upcoming
from culture.calendar.periods import Period, period_of
from culture.calendar.scopes import Scope, scope_of
from sites.frame import frame_for
from sites.models import ListingPage


class AgendaPage(ListingPage):
    """The calendar of a village, an office or the regency: events, festivals and sessions of classes."""

    parameters = ListingPage.parameters | {"when", "view", "kind", "village", "free", "event"}
    parent_page_types = ["sites.VillageHomePage", "sites.PortalHomePage", "sites.OfficePage"]
    subpage_types = ["culture.EventPage"]
    max_count_per_parent = 1
    menu_icon = "calendar-days"
    lists = "culture.EventPage"
    has_feed = False  # who follows a calendar wants it in a calendar app
    page_size = 20

    created_with_village = True
    village_order = 14
    portal_order = 1
    village_titles = {"id": "Agenda", "en": "Calendar"}
    village_slugs = {"id": "agenda", "en": "calendar"}

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")

    def get_listing(self, site: Site) -> list[Happening]:
        """Return what comes next, for the home."""
        return upcoming(Scope(self, site), self.page_size)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        own = self.get_url(request), context["asked"], context["alternates"]
        return context | views.address_of(request, *own)

    def get_listing_context(self, request: HttpRequest, *args, period=None, **kwargs) -> dict:
        scope = scope_of(self, frame_for(request).site, request.GET)
        return views.context_of(self, request, scope, period)

    def period(self, year: int, month: int | None = None, day: int | None = None) -> Period:
        try:
            return period_of(year, month, day, timezone.localdate())
        except (ValueError, OverflowError):
            raise Http404 from None

    @path("<int:year>/", name="year")
    def year(self, request: HttpRequest, year: int) -> HttpResponse:
        """List the events of a year, and those whose day is not set."""
        return self.render(request, period=self.period(year), template="culture/agenda_year.html")

    @path("<int:year>/<int:month>/", name="month")
    def month(self, request: HttpRequest, year: int, month: int) -> HttpResponse:
        return self.render(request, period=self.period(year, month))

    @path("<int:year>/<int:month>/<int:day>/", name="day")
    def day(self, request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
        return self.render(request, period=self.period(year, month, day))

    # A slash ends it within Wagtail; readers write none, see config/urls.py.
    @path(f"{feeds.FILE_NAME}/", name="calendar")
    def calendar(self, request: HttpRequest) -> HttpResponse:
        """The same as a file for calendar apps; with `event`, that one alone."""
        scope = scope_of(self, frame_for(request).site, request.GET)
        if key := request.GET.get("event"):
            return feeds.one_event(scope, key, request)
        return feeds.everything(scope, request)
