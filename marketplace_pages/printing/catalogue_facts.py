"""What stands in the catalogue of a village: its public products by their categories."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import CollectionViewRestriction

from marketplace_pages.models import MarketEntry
from sites.models import Village

from . import facts

# More would make a file that nobody scrolls through; the address of the showcase has them all.
MOST_PRODUCTS = 400


@dataclass(frozen=True)
class Item:
    """One product; `picture` is the name of its file, and empty without one."""

    name: str
    price: str
    maker: str
    phone: str
    permits: str
    address: str
    picture: str


@dataclass(frozen=True)
class Catalogue:
    """`sections` are names of categories with their products; `left_out` is how many had no room."""

    title: str
    village: str
    district: str
    address: str
    accent: str
    language: str
    sections: tuple[tuple[str, tuple[Item, ...]], ...]
    left_out: int
    month: str

    @property
    def items(self) -> list[Item]:
        return [item for _name, items in self.sections for item in items]

    @property
    def key(self) -> str:
        """The same for the same contents, in whichever order the database gives them."""
        return hashlib.sha256(repr(asdict(self)).encode()).hexdigest()[:24]


def catalogue_of(showcase) -> Catalogue:
    """Everything that is printed, in a constant number of queries. What readers can't open is left out."""
    village = Village.objects.owning(showcase).with_site().select_related("container").get()
    entries = MarketEntry.objects.open().filter(village=village).in_language(showcase.locale.language_code)
    entries = entries.select_related("business", "category__parent", "product__listing_image__collection")
    entries = entries.defer("product__body", "business__body")
    number = entries.count()
    newest = list(entries.order_by("-published_at", "-pk")[:MOST_PRODUCTS])
    return Catalogue(
        title=_("Products of %(village)s") % {"village": village},
        village=str(village),
        district=village.district,
        address=showcase.full_url,
        accent=village.accent,
        language=showcase.locale.language_code,
        sections=_sections(newest, showcase),
        left_out=number - len(newest),
        month=date_format(timezone.localdate(), "F Y"),
    )


def _sections(entries: list[MarketEntry], showcase) -> tuple[tuple[str, tuple[Item, ...]], ...]:
    for entry in entries:
        entry.product.business = entry.business
    permits = facts.short_permits(entry.product for entry in entries)
    closed = tuple(CollectionViewRestriction.objects.values_list("collection__path", flat=True))
    found: dict[tuple, list[Item]] = {}
    for entry in sorted(entries, key=lambda entry: (entry.title.casefold(), entry.pk)):
        category = entry.category.parent or entry.category
        key = (category.position, category.display_name)
        found.setdefault(key, []).append(_item(entry.product, showcase, permits[entry.pk], closed))
    return tuple((name, tuple(items)) for (_position, name), items in sorted(found.items()))


def _item(product, showcase, permits: str, closed: tuple[str, ...]) -> Item:
    """Without a picture that is not for everybody: it lies in or below one of the collections at `closed`."""
    picture = product.listing_image
    if picture and picture.collection.path.startswith(closed):
        picture = None
    return Item(
        name=product.title,
        price=facts.with_unit(product),
        maker=product.business.title,
        phone=facts.phone_text(product.business.whatsapp),
        permits=permits,
        address=product.get_full_url(showcase),
        picture=picture.file.name if picture else "",
    )
