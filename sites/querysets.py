"""The questions asked of villages and pages, each under one chainable name."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_
from typing import Self

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Substr, TruncMonth
from django.utils import timezone
from wagtail.models import Page, PageManager, PageViewRestriction, Site
from wagtail.query import PageQuerySet

from sites.identity import village_of
from sites.media.renditions import renditions_of
from sites.sharing.addresses import REGENCY
from sites.sharing.queries import alerting, offered_to, pinned_by, shared_with, targeted

# Root is 1, a site's container 2, its homes 3.
HOME_DEPTH = 3
# Below the portal's home stands the list of offices, and there each office's page.
OFFICE_DEPTH = HOME_DEPTH + 2


def village_scope(site: Site, **conditions) -> Q:
    """Condition for a site's pages in every language of its tree: all below its container."""
    container = site.root_page.path[: 2 * Page.steplen]
    return Q(path__startswith=container, depth__gte=HOME_DEPTH, **conditions)


def below_any(tops: Iterable[Page]) -> Q:
    """Condition for some pages and all below them; for none of them where there are none."""
    return reduce(or_, (Q(path__startswith=top.path) for top in tops), Q(pk__in=[]))


def restriction_above() -> Exists:
    """Condition for a page that is restricted itself or lies below one that is."""
    own_path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.alias(below=own_path)
    return Exists(restrictions.filter(below__startswith=F("page__path")))


class VillageQuerySet(models.QuerySet):
    def open(self) -> Self:
        """Villages whose site is there and not closed."""
        return self.filter(site__isnull=False, closed_at__isnull=True)

    def with_site(self) -> Self:
        """Fetch what `url`, `accent` and `container_path` need, so that a list costs one query."""
        return self.select_related("site__sitesettings", "container")

    def owning(self, page: Page) -> Self:
        """The village below whose container a page stands."""
        return self.filter(container__path=page.path[: 2 * page.steplen])

    def showing(self, language_code: str) -> Self:
        """Open villages whose site has pages in a language."""
        if language_code == settings.LANGUAGE_CODE:
            return self.open()
        return self.open().filter(site__sitesettings__english_enabled=True)

    def located(self) -> Self:
        """Villages whose place on the map is known."""
        return self.filter(latitude__isnull=False, longitude__isnull=False)


class OfficeQuerySet(models.QuerySet):
    def opened(self) -> Self:
        """Offices that have a page of their own."""
        return self.filter(Exists(_office_pages().filter(office=OuterRef("pk"))))

    def with_page(self, language_code: str) -> list:
        """A list of them, each with its page that readers may open, or None, as `page`. Two queries.

        Those with a page come first, then those of the programme; both are `in_front` of the others.
        """
        pages = _office_pages().live().public().in_language(language_code).select_related("locale")
        by_office = {page.office_id: page for page in pages.defer_streamfields()}
        offices = list(self)
        for office in offices:
            office.page = by_office.get(office.pk)
            office.in_front = office.page is not None or office.named_in_programme
        return sorted(offices, key=lambda office: (office.page is None, not office.named_in_programme))


def _office_pages():
    return apps.get_model("sites", "OfficePage").objects


def _villages() -> VillageQuerySet:
    return apps.get_model("sites", "Village").objects


def villages_showing(language_code: str):
    """Tree paths of the containers of villages with pages in a language, as part of a query."""
    return _villages().showing(language_code).values("container__path")


class VillagePageQuerySet(PageQuerySet):
    def in_village(self, site: Site) -> Self:
        """Limit to one site's own pages, in every language of its tree."""
        return self.filter(village_scope(site))

    def shown_on(self, site: Site) -> Self:
        """What readers of a site find there: its own pages, and those that offices share with it.

        Says of each whether it is a guest there (`is_guest`), and whether the village keeps it on top.
        """
        own, village = village_scope(site), village_of(site)
        if village is None:
            return self.filter(own).annotate(is_guest=Value(False))
        found = self.filter(own | shared_with(village))
        is_guest = Case(When(own, then=False), default=True)
        return found.annotate(is_guest=is_guest, pinned_here=pinned_by(village))

    def shown_around(self, site: Site, language_code: str) -> Self:
        """The same, and beside it what the villages that show a language publish on their own sites.

        Says of each whether it is a guest (`is_guest`) or another village's (`is_elsewhere`). No query
        of its own, however many villages there are.
        """
        own, village = village_scope(site), village_of(site)
        others = Q(own_container__in=villages_showing(language_code))
        shared = shared_with(village) if village else Q(pk__in=[])
        found = self.alias(own_container=Substr("path", 1, 2 * Page.steplen)).filter(own | others | shared)
        is_elsewhere = Case(When(own, then=False), When(others, then=True), default=False)
        is_guest = Case(When(own | others, then=False), default=True)
        return found.annotate(is_elsewhere=is_elsewhere, is_guest=is_guest)

    def openable(self) -> Self:
        """Leave out pages of closed villages, and those in a language that their village does not show."""
        sites = _villages().exclude(container=None).values("container__path")
        closed, hidden = (
            sites.exclude(closed_at=None),
            sites.filter(site__sitesettings__english_enabled=False),
        )
        found = self.alias(own_container=Substr("path", 1, 2 * Page.steplen))
        is_hidden = ~Q(locale__language_code=settings.LANGUAGE_CODE) & Q(own_container__in=hidden)
        return found.exclude(own_container__in=closed).exclude(is_hidden)

    def shared_on(self, site: Site) -> Self:
        """Pages of offices that a village shows."""
        village = village_of(site)
        if village is None:
            return self.none()
        return self.filter(shared_with(village)).annotate(is_guest=Value(True))

    def with_note_of(self, village) -> Self:
        """Bring along what a village writes beside each, as `note_here` and `note_en_here`."""
        sharings = apps.get_model("sites", "VillageSharing").objects
        chosen = sharings.filter(village=village, translation_key=OuterRef("translation_key"))
        return self.annotate(
            **{
                f"{name}_here": Coalesce(
                    Subquery(chosen.values(name)[:1]), Value(""), output_field=TextField()
                )
                for name in ("note", "note_en")
            }
        )

    def offered_to(self, village) -> Self:
        """Pages of offices that a village shows or could show: one line for each, whatever its translations.

        Those that ended stay among them. An article is offered in all its languages as long as its
        Indonesian version is, which stands here for all.
        """
        return self._articles().filter(offered_to(village))

    def sent_to_villages(self) -> Self:
        """Pages that offices have published for villages, in the same way."""
        return self._articles().filter(targeted())

    def _articles(self) -> Self:
        found = self.live().public().in_language(settings.LANGUAGE_CODE)
        return found.annotate(cannot_be_hidden=alerting()).newest_first()

    def of_publisher(self, slug: str) -> Self:
        """Limit to what one office has published, or the regency itself, by the name in addresses."""
        return self.filter(office=None) if slug == REGENCY else self.filter(office__slug=slug)

    def live(self) -> Self:
        """Published and not past the date on which it is to be withdrawn, even before the clockwork has."""
        return super().live().filter(Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now()))

    def public(self) -> Self:
        """Leave out pages behind a password or a log-in, and all below them.

        Wagtail's own method asks the database at once and builds a condition
        for each restriction of every village; this one is part of the query.
        """
        return self.exclude(restriction_above())

    def with_restriction(self) -> Self:
        """Say of each page whether it is behind a password or a log-in, as `is_restricted`."""
        return self.annotate(is_restricted=restriction_above())

    def below(self, containers: Iterable[str]) -> Self:
        """Limit to the pages of several sites, given by the tree paths of their containers."""
        container = Substr("path", 1, 2 * Page.steplen)
        return self.alias(own_container=container).filter(own_container__in=list(containers))

    def in_language(self, language_code: str) -> Self:
        return self.filter(locale__language_code=language_code)

    def listed(self) -> Self:
        """What readers find in lists: live and public. A page type may ask for more."""
        return self.live().public()

    def of_kinds(self, kinds: Iterable[str]) -> Self:
        """Limit to kinds that readers chose: keys of the page type's `publication_kinds()`."""
        return self if self.model._meta.model_name in kinds else self.none()

    def for_cards(self) -> Self:
        """Fetch what a card prints, so that a list costs the same whatever its length."""
        return self.with_publisher().select_related("locale", "listing_image").defer_streamfields()

    def with_publisher(self) -> Self:
        """Fetch the office that has published a page along with it, where its type may have one."""
        return self.select_related("office") if self.model.may_be_shared else self

    def newest_first(self) -> Self:
        return self.order_by("-first_published_at", "-pk")

    def in_listing_order(self) -> Self:
        """The order of a list that has no other: what the village keeps on top, then the newest."""
        pinned = ["-pinned_here"] if "pinned_here" in self.query.annotations else []
        return self.order_by(*pinned, "-first_published_at", "-pk")

    def sources_of(self, page: Page) -> Self:
        """The live Indonesian version of a page, in its own village: where facts are typed once."""
        own = {"translation_key": page.translation_key, "path__startswith": page.path[: 2 * page.steplen]}
        return self.live().public().in_language(settings.LANGUAGE_CODE).filter(**own)


def all_pages() -> VillagePageQuerySet:
    """Pages of every type, with the questions of this module."""
    return VillagePageQuerySet(Page)


class AnnouncementQuerySet(VillagePageQuerySet):
    def listed(self) -> Self:
        return self.current().public()

    def current(self) -> Self:
        """Published and not past their end: asked at read time, so an end needs no clockwork."""
        return self.live().filter(Q(expires_at__isnull=True) | Q(expires_at__gt=timezone.now()))

    def expired(self) -> Self:
        return self.live().filter(expires_at__lte=timezone.now())

    def of_kinds(self, kinds: Iterable[str]) -> Self:
        return self.filter(category__in=[kind.removeprefix("announcement-") for kind in kinds])

    def shown_on(self, site: Site) -> Self:
        """An announcement says itself whether its own village keeps it on top."""
        found = super().shown_on(site)
        own = When(village_scope(site), then=F("is_pinned"))
        default = F("pinned_here") if "pinned_here" in found.query.annotations else Value(False)
        return found.annotate(on_top=Case(own, default=default, output_field=BooleanField()))

    def in_listing_order(self) -> Self:
        pinned = "on_top" if "on_top" in self.query.annotations else "is_pinned"
        return self.order_by(f"-{pinned}", "-first_published_at", "-pk")

    def urgent_on(self, site: Site, languages: list[str], preferred: str) -> list:
        """Current notices that stand on every page of a site: the most severe of an office that may
        warn villages, above the most severe of its own. One query.

        An emergency that is not translated yet still shows, in its own language.
        """
        may_warn = Q(office__isnull=True) | Q(office__may_alert=True)
        urgent = self.filter(may_warn, severity__in=["important", "emergency"])
        # Guests first, and "emergency" before "important", also in the database: no number of
        # notices hides one.
        shown = urgent.shown_on(site).current().public().filter(locale__language_code__in=languages)
        newest = shown.order_by("-is_guest", "severity", "-first_published_at", "-pk")
        found = newest.select_related("locale", "office").defer_streamfields()[:40]
        ranked = sorted(found, key=lambda page: (page.severity, page.locale.language_code != preferred))
        firsts = (next((page for page in ranked if page.is_guest is guest), None) for guest in (True, False))
        return [page for page in firsts if page]

    def published_in(self, year: int, month: int | None = None) -> Self:
        """First published in a year, or in one of its months, by the clock of Banyuwangi."""
        found = self.filter(first_published_at__year=year)
        return found.filter(first_published_at__month=month) if month else found

    def months(self) -> list[tuple[date, int]]:
        """Months in which something was published, the latest first, each with how much. One query."""
        by_month = self.order_by().annotate(month=TruncMonth("first_published_at")).values("month")
        counted = by_month.annotate(number=Count("pk")).order_by("-month")
        return [(row["month"].date(), row["number"]) for row in counted if row["month"]]

    def neighbours(self, page) -> tuple:
        """The announcements published just before and just after one, each None at an end. One query."""
        at, pk = page.first_published_at, page.pk
        earlier = Q(first_published_at__lt=at) | Q(first_published_at=at, pk__lt=pk)
        later = Q(first_published_at__gt=at) | Q(first_published_at=at, pk__gt=pk)
        ids = [
            self.filter(earlier).newest_first().values("pk")[:1],
            self.filter(later).order_by("first_published_at", "pk").values("pk")[:1],
        ]
        found = self.filter(Q(pk=Subquery(ids[0])) | Q(pk=Subquery(ids[1])))
        found = list(found.select_related("locale", "office").defer_streamfields())
        older = next((other for other in found if (other.first_published_at, other.pk) < (at, pk)), None)
        return older, next((other for other in found if other != older), None)

    def related_to(self, page, tags: list) -> Self:
        """Most related first: by tags in common, then the same category, then the newest."""
        shared = Count("tagged_items", filter=Q(tagged_items__tag__in=tags))
        same_category = Case(When(category=page.category, then=1), default=0)
        found = self.annotate(shared=shared, same_category=same_category)
        return found.order_by("-shared", "-same_category", "-first_published_at", "-pk")


class VillageSharingQuerySet(models.QuerySet):
    def about(self, page: Page, village):
        """What a village chose about a page and its translations, or None. One query."""
        return self.filter(village=village, translation_key=page.translation_key).first()

    def about_each(self, pages: Iterable[Page], village) -> dict:
        """What a village chose about each of several pages, by their translation keys. One query."""
        keys = [page.translation_key for page in pages]
        found = self.filter(village=village, translation_key__in=keys)
        return {choice.translation_key: choice for choice in found}

    def hiding(self, pages: Iterable[Page]) -> Self:
        """Choices by which villages keep some of these pages off their sites."""
        return self.filter(is_hidden=True, translation_key__in=[page.translation_key for page in pages])


class PageViewsQuerySet(models.QuerySet):
    def of(self, pages: Iterable[Page]) -> Self:
        """Views of these pages and all their translations."""
        return self.filter(page__translation_key__in=[page.translation_key for page in pages])

    def expired(self) -> Self:
        return self.filter(day__lt=timezone.localdate() - self.model.KEPT)


class PageRowQuerySet(models.QuerySet):
    """Rows that are typed on an Indonesian page: officials, members, figures, pictures."""

    def of_site(self, site: Site) -> Self:
        """Rows of the site's live page right below its Indonesian home."""
        home = site.root_page
        pages = self.model._meta.get_field("page").related_model.objects
        return self.filter(page__in=pages.live().public().child_of(home).values("pk"))


class RoleHolderQuerySet(PageRowQuerySet):
    def in_office(self) -> Self:
        """Those whose term has begun and not ended; who has no term typed is in office."""
        today = timezone.localdate()
        begun = Q(term_from__isnull=True) | Q(term_from__lte=today)
        return self.filter(begun, Q(term_until__isnull=True) | Q(term_until__gte=today))

    def for_cards(self) -> Self:
        """Fetch what a card prints: two queries, however many people."""
        return self.select_related("photo").prefetch_related(renditions_of("photo"))


class OfficialQuerySet(RoleHolderQuerySet):
    def leading(self, site: Site) -> Self:
        """Officials of a site in office, head and secretary first, ready for cards."""
        return self.of_site(site).in_office().for_cards().order_by("place", "sort_order", "pk")


class BasePageManager(PageManager.from_queryset(VillagePageQuerySet)):
    """Default manager of every page type of the project."""


class AnnouncementManager(PageManager.from_queryset(AnnouncementQuerySet)):
    """Manager of announcements: the questions of all pages, and those about their dates."""
