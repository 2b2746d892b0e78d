"""The order in which a market shows its products when nobody asks for another: everybody has a turn.

Each village (in a village: each business) shows one product, then each its second one, and so on, so
that a large one never buries a small one. Who comes first is drawn anew every day.
"""

from datetime import date
from hashlib import sha256

from django.db.models import BigIntegerField, F, QuerySet, Value, Window
from django.db.models.functions import Cast, RowNumber
from django.utils import timezone

from marketplace_pages.entries.keeping import LOTS

VILLAGES, BUSINESSES = "village_id", "business_id"


def in_rotation(entries: QuerySet, by: str = VILLAGES, day: date | None = None, first: str = "") -> QuerySet:
    """Entries in the order of a day. `first` names an annotation whose large values go before all others."""
    day = day or timezone.localdate()
    own = F("lot") * Value(multiplier(day, "product"), BigIntegerField()) % LOTS
    partition = [F(by), F(first)] if first else [F(by)]
    drawn = Cast(F(by), BigIntegerField()) * Value(multiplier(day, by), BigIntegerField()) % LOTS
    ordered = entries.annotate(turn=Window(RowNumber(), partition, [own.asc(), F("pk").asc()]), drawn=drawn)
    return ordered.order_by(*([f"-{first}"] if first else []), "turn", "drawn", "pk")


def multiplier(day: date, what: str) -> int:
    """A number of the day, from 1 to `LOTS` - 1: as `LOTS` is a prime, no two lots fall together."""
    drawn = sha256(f"{what} {day.isoformat()}".encode()).digest()
    return 1 + int.from_bytes(drawn[:8]) % (LOTS - 1)
