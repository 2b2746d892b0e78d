from datetime import date, timedelta
from typing import Self

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from wagtail.models import PageManager, Site

from services.choices import Asking
from sites.querysets import VillagePageQuerySet

# After that, nobody can be sure that a service is still done this way.
CHECK_AGAIN_AFTER = timedelta(days=365)


class ServiceQuerySet(VillagePageQuerySet):
    def in_listing_order(self) -> Self:
        return self.order_by("category", "title", "pk")

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
