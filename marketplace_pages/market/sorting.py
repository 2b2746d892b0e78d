"""The orders that readers choose from."""

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from .rotation import BUSINESSES, VILLAGES, in_rotation
from .scopes import Scope

USUAL = ""
NO_WORDS = Q()
SORTS = {
    USUAL: _("A turn for everybody"),
    "newest": _("Newest first"),
    "cheapest": _("Lowest price first"),
    "dearest": _("Highest price first"),
    "name": _("By name"),
}
ORDERS = {
    "newest": ["-published_at", "-pk"],
    "cheapest": [F("price_from_rupiah").asc(nulls_last=True), "pk"],
    "dearest": [F("price_from_rupiah").desc(nulls_last=True), "pk"],
    "name": [Lower("title"), "pk"],
}


def in_order(entries: QuerySet, sort: str, scope: Scope, best: Q = NO_WORDS) -> QuerySet:
    """Entries as asked for. Where nothing is asked, everybody has a turn, among the `best` first."""
    if sort:
        return entries.order_by(*ORDERS[sort])
    first = ""
    if best:
        is_best = Case(When(best, then=Value(1)), default=Value(0), output_field=IntegerField())
        entries, first = entries.annotate(is_best=is_best), "is_best"
    return in_rotation(entries, VILLAGES if scope.is_market else BUSINESSES, first=first)
