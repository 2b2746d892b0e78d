"""The questions asked of pages of every type."""

from collections.abc import Iterable
from typing import Self

from django.apps import apps
from django.conf import settings
from django.db.models import (
    Case,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Substr
from django.utils import timezone
from wagtail.models import Page, PageManager, Site
from wagtail.query import PageQuerySet

from sites.identity import village_of
from sites.sharing.addresses import REGENCY
from sites.sharing.queries import alerting, offered_to, pinned_by, shared_with, targeted, targets_of

from .tree import restriction_above, village_scope
from .villages import villages, villages_showing


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
        is_guest = Case(When(own, then=False), default=True)
        found = self.filter(pk__in=keys_shown_on(site))
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
        sites = villages().exclude(container=None).values("container__path")
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

    def below(self, containers: Iterable[str] | QuerySet) -> Self:
        """Limit to the pages of several sites, given by the tree paths of their containers, or a query."""
        container = Substr("path", 1, 2 * Page.steplen)
        wanted = containers if isinstance(containers, QuerySet) else list(containers)
        return self.alias(own_container=container).filter(own_container__in=wanted)

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

    def with_pictures(self) -> Self:
        """Fetch what a page and its share image show along with it."""
        return self.select_related(*self.model.picture_fields)

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


def keys_shown_on(site: Site) -> QuerySet:
    """Keys of a village's own pages and of those that offices share with it, of any type.

    Put together once for a site: a page asks with them for each of its lists.
    """
    if not hasattr(site, "_keys_shown"):
        own, shared = Page.objects.order_by().filter(village_scope(site)), targets_of(village_of(site))
        # As keys, each kind by its own index: asked as one condition or the other, every page is read.
        site._keys_shown = own.values("pk").union(shared.values("page"))
    return site._keys_shown


def is_live(page: Page) -> bool:
    """What `live()` asks the database, of a page that was fetched with those that are not, or before."""
    return page.live and (page.expire_at is None or page.expire_at > timezone.now())


def all_pages() -> VillagePageQuerySet:
    """Pages of every type, with the questions of this module."""
    return VillagePageQuerySet(Page)


class BasePageManager(PageManager.from_queryset(VillagePageQuerySet)):
    """Default manager of every page type of the project."""
