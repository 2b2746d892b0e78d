from datetime import date
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlencode

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from sites.feeds import NEWEST
from sites.frame import frame_for

from .announcements import AnnouncementPage
from .listing import ListingPage


class ArchiveYear(NamedTuple):
    """A year of the archive with its months, for the navigation."""

    year: int
    number: int
    url: str
    months: list[dict]


class AnnouncementIndexPage(ListingPage):
    """All announcements of a village: the current ones, those that ended, and each month's."""

    parameters = ListingPage.parameters | {"archive", "category"}
    parent_page_types = ["sites.VillageHomePage", "sites.PortalHomePage", "sites.OfficePage"]
    subpage_types = ["sites.AnnouncementPage"]
    max_count_per_parent = 1
    menu_icon = "megaphone"
    lists = "sites.AnnouncementPage"
    has_teaser = False  # they have a part of their own on the home

    created_with_village = True
    village_order = 12
    village_titles = {"id": "Pengumuman", "en": "Announcements"}
    village_slugs = {"id": "pengumuman", "en": "announcements"}

    class Meta:
        verbose_name = _("announcement list")
        verbose_name_plural = _("announcement lists")

    def announcements(self, request: HttpRequest):
        """Everything in this list that readers of the site may see, current or ended."""
        return self.entries(frame_for(request).site).live().public()

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        url = self.get_url(request)
        frame = frame_for(request)
        months = frame.remembered_now(f"months:{self.pk}", lambda: self.announcements(request).months())
        years = archive_years(months, url)
        context["title_details"] += [choice["label"] for choice in context["categories"] if choice["current"]]
        if chosen := next((choice for choice in context["categories"] if choice["current"]), None):
            context["feed_url"] += f"?category={chosen['value']}"
        return context | {"archive_url": f"{url}?archive=1", "current_url": url, "years": years}

    def get_listing_context(self, request: HttpRequest, *args, period=None, **kwargs) -> dict:
        if period:
            return self.period_context(request, *period)
        url, ended = self.get_url(request), request.GET.get("archive") == "1"
        pages = self.announcements(request)
        pages = pages.expired() if ended else pages.current()
        return self.shown(request, pages, url, {"archive": "1"} if ended else {}) | {
            "list_title": gettext("Ended announcements") if ended else gettext("Current announcements"),
            "title_details": [gettext("Archive")] if ended else [],
            "showing_archive": ended,
        }

    def get_newest(self, request: HttpRequest):
        chosen = request.GET.get("category", "")
        pages = self.get_listing(frame_for(request).site).newest_first()
        return (pages.filter(category=chosen) if chosen in AnnouncementPage.Category.values else pages)[
            :NEWEST
        ]

    def period_context(self, request: HttpRequest, year: int, month: int | None) -> dict:
        """What was published in a year or month; raises Http404 where nothing was."""
        try:
            first_day = date(year, 1 if month is None else month, 1)
        except (ValueError, OverflowError):
            raise Http404 from None
        name = date_format(first_day, "YEAR_MONTH_FORMAT") if month else str(year)
        url = self.get_url(request) + (f"{year}/{month}/" if month else f"{year}/")
        shown = self.shown(request, self.announcements(request).published_in(year, month), url, {})
        if not shown["listing"].paginator.count and not request.GET.get("category"):
            raise Http404
        return shown | {
            "list_title": gettext("Announcements of %(period)s") % {"period": name},
            "title_details": [name],
            "period": name,
            "showing_archive": True,
            "canonical_url": request.build_absolute_uri(url),
            # The same months of another language are another list.
            "alternates": [],
        }

    def shown(self, request: HttpRequest, pages, url: str, parameters: dict) -> dict:
        """The requested part of `pages`, narrowed to the chosen category, with the categories to choose."""
        chosen = request.GET.get("category", "")
        counts = dict(pages.order_by().values_list("category").annotate(models.Count("pk")))
        if chosen in AnnouncementPage.Category.values:
            pages = pages.filter(category=chosen)
        choices = [
            {
                "label": label,
                "value": value,
                "url": f"{url}?{urlencode({**parameters, 'category': value})}",
                "current": value == chosen,
                "count": counts[value],
            }
            for value, label in AnnouncementPage.Category.choices
            if value in counts
        ]
        return {
            "listing": self.paginate(request, pages.for_cards().in_listing_order()),
            "categories": choices,
            "all_are_shown": not any(choice["current"] for choice in choices),
            "all_url": f"{url}?{urlencode(parameters)}" if parameters else url,
        }

    @path("<int:year>/", name="year")
    def year(self, request: HttpRequest, year: int) -> HttpResponse:
        """List what was published in a year, current or ended."""
        return self.render(request, period=(year, None))

    @path("<int:year>/<int:month>/", name="month")
    def month(self, request: HttpRequest, year: int, month: int) -> HttpResponse:
        """List what was published in a month, current or ended."""
        return self.render(request, period=(year, month))


def archive_years(months: list[tuple[date, int]], url: str) -> list[ArchiveYear]:
    """Group months, the latest first, by year; each with its number and its address below `url`."""
    years = []
    for year, group in groupby(months, key=lambda entry: entry[0].year):
        entries = [
            {
                "name": date_format(first_day, "F"),
                "number": number,
                "url": f"{url}{year}/{first_day.month}/",
            }
            for first_day, number in group
        ]
        years.append(ArchiveYear(year, sum(e["number"] for e in entries), f"{url}{year}/", entries))
    return years
