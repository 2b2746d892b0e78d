"""How far shared pages reach: in how many villages they show, who hides them, how often they are read.

Each question costs the same few queries, whatever the number of villages and pages.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, Sum
from django.db.models.functions import TruncWeek
from django.utils import timezone
from wagtail.models import Page

from sites.models import PageViews, ShareTarget, User, Village, VillageSharing
from sites.querysets import all_pages
from sites.tenancy import visible

from .articles import with_offices
from .audience import in_words, reached
from .signals import shared_types

TOP_SITES = 20
DAYS, WEEKS = 30, 52


@dataclass(frozen=True)
class Reach:
    """One page with its figures. `hiding` are villages that it is for and whose readers don't see it."""

    page: Page
    offered: int
    hiding: tuple[int, ...]
    views: int

    @property
    def pk(self) -> int:
        return self.page.pk

    @property
    def shown(self) -> int:
        return self.offered - self.hidden

    @property
    def hidden(self) -> int:
        return len(self.hiding)

    @property
    def audience(self) -> str:
        return in_words(self.page.audience, self.page.audience_districts, self.page.audience_villages)


def sent_by(user: User):
    """Pages that the offices a person works for have sent to villages; for portal staff, those of all."""
    return visible(user, Page, all_pages().sent_to_villages())


def of_publisher(pages, slug: str):
    """Limit pages of any type to those of one office, or of the regency itself."""
    found = Q(pk__in=[])
    for model in shared_types():
        found |= Q(pk__in=model.objects.of_publisher(slug).order_by().values("pk"))
    return pages.filter(found)


def reach_of(pages: Iterable[Page]) -> list[Reach]:
    """The figures of several pages, as `sent_by` finds them. Four queries, and one for each type of page."""
    pages = with_offices(pages)
    villages = list(Village.objects.open())
    keys, hiding, views = _keys(pages), _hiding(pages), _views(pages)
    found = []
    for page in pages:
        audience = {village.pk for village in reached(villages, keys[page.pk])}
        hidden = () if page.cannot_be_hidden else sorted(audience & hiding[page.translation_key])
        found.append(Reach(page, len(audience), tuple(hidden), views.get(page.translation_key, 0)))
    return found


def _keys(pages: list[Page]) -> dict[int, list[str]]:
    found = defaultdict(list)
    for page_id, key in ShareTarget.objects.filter(page__in=pages).values_list("page", "key"):
        found[page_id].append(key)
    return found


def _hiding(pages: list[Page]) -> dict:
    """Villages that hide each page; also those that are closed, or that it is for no more."""
    found = defaultdict(set)
    for key, village in VillageSharing.objects.hiding(pages).values_list("translation_key", "village"):
        found[key].add(village)
    return found


def _views(pages: list[Page]) -> dict:
    counted = PageViews.objects.of(pages).order_by().values_list("page__translation_key")
    return dict(counted.annotate(total=Sum("number")))


def hidden_since(reach: Reach) -> list[tuple[Village, datetime]]:
    """The villages that hide a page and when they last said so, the latest first. One query."""
    chosen = VillageSharing.objects.hiding([reach.page]).filter(village__in=reach.hiding)
    return [(row.village, row.changed_at) for row in chosen.select_related("village").order_by("-changed_at")]


@dataclass(frozen=True)
class SiteViews:
    """How often a page was opened on one site; the portal has no village."""

    village: Village | None
    number: int


def views_by_site(page: Page) -> list[SiteViews]:
    """The villages in which a page is read most; then the portal, if it is read there. Two queries."""
    rows = PageViews.objects.of([page]).order_by().values_list("site").annotate(total=Sum("number"))
    by_site = dict(rows)
    villages = Village.objects.filter(site__in=by_site)
    by_village = [SiteViews(village, by_site.pop(village.site_id)) for village in villages]
    top = sorted(by_village, key=lambda views: (-views.number, str(views.village)))[:TOP_SITES]
    return [*top, *(SiteViews(None, number) for number in by_site.values())]


def views_by_day(page: Page, today: date | None = None) -> list[tuple[date, int]]:
    """Views of the last days, today last; a day without any is 0. One query."""
    today = today or timezone.localdate()
    days = [today - timedelta(days=ago) for ago in reversed(range(DAYS))]
    rows = PageViews.objects.of([page]).filter(day__gte=days[0]).order_by()
    return _in_order(days, rows.values_list("day").annotate(total=Sum("number")))


def views_by_week(page: Page, today: date | None = None) -> list[tuple[date, int]]:
    """The same by week over a year; each week goes by its Monday. One query."""
    today = today or timezone.localdate()
    monday = today - timedelta(days=today.weekday())
    weeks = [monday - timedelta(weeks=ago) for ago in reversed(range(WEEKS))]
    rows = PageViews.objects.of([page]).filter(day__gte=weeks[0]).order_by()
    by_week = rows.annotate(week=TruncWeek("day")).values_list("week")
    return _in_order(weeks, by_week.annotate(total=Sum("number")))


def _in_order(days: list[date], rows) -> list[tuple[date, int]]:
    found = dict(rows)
    return [(day, found.get(day, 0)) for day in days]
