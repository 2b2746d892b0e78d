"""Products that stand beside one: of the same business, then alike, first those of the same village."""

from typing import NamedTuple

from django.apps import apps
from django.db.models import Case, Q, Value, When
from django.utils import timezone

from marketplace_pages.choices import Availability

MOST = 4


class Neighbours(NamedTuple):
    of_business: list
    alike: list


def neighbours_of(product) -> Neighbours:
    """One query; what is alike and of another village has its name and colours, and no picture.

    Pictures of a village are shown at its own host and on the portal, see sites/media/belonging.py.
    """
    entry = product._state.fields_cache.get("entry")
    if not entry:
        return Neighbours([], [])
    found = list(_ranked(product, entry)[: 2 * MOST])
    for page in found:
        if page.entry.village_id != entry.village_id:
            _come_from_elsewhere(page, page.entry.village)
    own = [page for page in found if page.entry.business_id == entry.business_id]
    alike = [page for page in found if page.entry.business_id != entry.business_id]
    return Neighbours(own[:MOST], alike[:MOST])


def _come_from_elsewhere(page, village) -> None:
    page.village_name, page.accent = village.display_name, village.accent
    page.listing_image = None


def _ranked(product, entry):
    near = Case(
        When(entry__business=entry.business_id, then=Value(0)),
        When(entry__village=entry.village_id, then=Value(1)),
        default=Value(2),
    )
    is_open = Q(entry__expires_at=None) | Q(entry__expires_at__gt=timezone.now())
    is_near = Q(entry__business=entry.business_id) | Q(entry__category=entry.category_id)
    pages = apps.get_model("marketplace_pages", "ProductPage").objects.for_cards()
    found = pages.select_related("entry__village__site__sitesettings").filter(
        is_open, is_near, entry__language=entry.language
    )
    found = found.exclude(pk=product.pk).exclude(entry__availability=Availability.SOLD_OUT)
    return found.order_by(near, "entry__lot")
