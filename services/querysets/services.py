from datetime import date, timedelta
from typing import Self

from django.conf import settings
from django.db.models import Case, Q, When
from django.utils import timezone
from wagtail.models import PageManager, Site

from services.choices import Asking, Category
from sites.querysets import VillagePageQuerySet

# After that, nobody can be sure that a service is still done this way.
CHECK_AGAIN_AFTER = timedelta(days=365)


class ServiceQuerySet(VillagePageQuerySet):
    def in_listing_order(self) -> Self:
        """By category, in the order in which readers choose one; in it, what the village keeps on top."""
        places = [When(category=category, then=place) for place, category in enumerate(Category)]
        pinned = ["-pinned_here"] if "pinned_here" in self.query.annotations else []
        return self.order_by(Case(*places, default=len(places)), *pinned, "title", "pk")

    def for_home(self) -> Self:
        """A few for the home page: what the village has written itself, and may be asked for, comes first."""
        known = self.query.annotations
        first = [name for name in ("-pinned_here", "is_guest") if name.lstrip("-") in known]
        is_askable = Case(When(asking=Asking.NONE, then=1), default=0)
        return self.order_by(*first, is_askable, "title", "pk")

    def templates(self) -> Self:
        """The services that the regency keeps for all villages: of offices, in Indonesian."""
        return self.filter(office__isnull=False, locale__language_code=settings.LANGUAGE_CODE)

    def taken_over(self) -> Self:
        """Pages of villages that come from a template; an alias is none, for nobody can write on it."""
        return self.filter(template_key__isnull=False, alias_of=None)

    def askable_on(self, site: Site) -> Self:
        """A village's own services, in Indonesian, that people may ask for or about from afar."""
        own = self.in_village(site).live().public().in_language(settings.LANGUAGE_CODE)
        return own.exclude(asking=Asking.NONE)

    def to_check(self, today: date | None = None) -> Self:
        """Those that nobody has looked at for a year, or ever."""
        oldest = (today or timezone.localdate()) - CHECK_AGAIN_AFTER
        return self.filter(Q(checked_on__lt=oldest) | Q(checked_on=None))


class ServiceManager(PageManager.from_queryset(ServiceQuerySet)):
    """Manager of services."""
