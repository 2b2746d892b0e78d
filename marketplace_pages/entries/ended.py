"""Permits end by themselves: nothing is saved on that day, so the rows are looked through."""

from datetime import date
from functools import reduce
from operator import or_

from django.apps import apps
from django.db.models import F, Q
from django.db.models.lookups import GreaterThan
from django.utils import timezone

from marketplace_pages.choices import PERMIT_BITS

from .keeping import keep_entries


def drop_ended_permits(today: date | None = None) -> int:
    """Make rows anew that tell of a permit of which one has ended; return how many those are."""
    today = today or timezone.localdate()
    permits = apps.get_model("marketplace_pages", "Permit").objects.filter(valid_until__lt=today)
    told = [
        Q(GreaterThan(F("permits").bitand(bit), 0))
        & Q(business__translation_key__in=permits.filter(kind=kind).values("business__translation_key"))
        for kind, bit in PERMIT_BITS.items()
    ]
    entries = apps.get_model("marketplace_pages", "MarketEntry").objects.filter(reduce(or_, told))
    keys = list(entries.values_list("pk", flat=True))
    if keys:
        keep_entries(apps.get_model("marketplace_pages", "ProductPage").objects.filter(pk__in=keys))
    return len(keys)
