"""Makes the rows of some products anew from their pages."""

from collections import defaultdict
from collections.abc import Iterable
from secrets import randbelow

from django.apps import apps
from django.db import transaction
from wagtail.models import Page

from marketplace_pages.choices import PERMIT_BITS, month_bit
from sites.page_cache.changes import changed

# A prime: multiplied by a number of the day, each lot gets another place (see market/rotation.py).
LOTS = 1_000_003


@transaction.atomic
def keep_entries(products) -> None:
    """Make the rows of products true, and drop those of what readers can't open any more.

    `products` is a queryset of `ProductPage`.
    """
    entries = apps.get_model("marketplace_pages", "MarketEntry").objects
    keys = list(products.values_list("pk", flat=True))
    lots = dict(entries.filter(pk__in=keys).values_list("pk", "lot"))
    shown = _shown(keys)
    entries.filter(pk__in=set(keys) - {page.pk for page in shown}).delete()
    rows = list(_rows(shown, lots))
    names = [field.name for field in entries.model._meta.fields if not field.primary_key]
    entries.bulk_create(
        rows, update_conflicts=True, unique_fields=["product"], update_fields=names, batch_size=500
    )
    changed(*shown)


def _shown(keys: Iterable[int]) -> list:
    """Products that are live and public, of businesses that are live."""
    products = apps.get_model("marketplace_pages", "ProductPage").objects
    found = products.filter(pk__in=keys).live().public().select_related("locale").defer_streamfields()
    found = list(found)
    businesses = apps.get_model("marketplace_pages", "BusinessPage").objects.live().select_related("locale")
    parents = {page.path: page for page in businesses.filter(path__in={_above(page) for page in found})}
    for page in found:
        page.business = parents.get(_above(page))
    return [page for page in found if page.business]


def _above(page: Page) -> str:
    return page.path[: -Page.steplen]


def _rows(pages: list, lots: dict[int, int]):
    containers = {page.path[: 2 * Page.steplen] for page in pages}
    register = apps.get_model("sites", "Village").objects.filter(container__path__in=containers)
    villages = dict(register.values_list("container__path", "pk"))
    bits = _permit_bits(pages)
    model = apps.get_model("marketplace_pages", "MarketEntry")
    for page in pages:
        yield model(
            product=page,
            business=page.business,
            village_id=villages[page.path[: 2 * Page.steplen]],
            language=page.locale.language_code,
            category_id=page.category_id,
            business_kind=page.business.kind,
            title=page.title,
            price_from_rupiah=page.price_from_rupiah,
            price_to_rupiah=page.price_to_rupiah or page.price_from_rupiah,
            availability=page.availability,
            months=sum(month_bit(month) for month in {int(month) for month in page.months}),
            permits=bits[page.pk],
            published_at=page.first_published_at,
            expires_at=page.expire_at,
            lot=lots.get(page.pk) or 1 + randbelow(LOTS - 1),
        )


def _permit_bits(pages: list) -> dict[int, int]:
    """The permits that hold for each product today, whichever version it is."""
    permits = apps.get_model("marketplace_pages", "Permit").objects.shown()
    keys = {page.business.translation_key for page in pages}
    found = permits.filter(business__translation_key__in=keys).values_list(
        "kind", "business__translation_key", "products__translation_key"
    )
    for_all, for_some = defaultdict(int), defaultdict(int)
    for kind, business, product in found:
        if product:
            for_some[product] |= PERMIT_BITS[kind]
        else:
            for_all[business] |= PERMIT_BITS[kind]
    return {
        page.pk: for_all[page.business.translation_key] | for_some[page.translation_key] for page in pages
    }
