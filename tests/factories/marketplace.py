"""Businesses, products and permits for tests."""

from datetime import timedelta
from itertools import count

from django.utils import timezone

from marketplace_pages.models import BusinessPage, Permit, ProductCategory, ProductPage, ShowcasePage
from sites.models import Village

from .culture import list_below
from .sites import add_published, home_locale

NUMBERS = count(1)


def make_category(name: str = "Kue dan camilan", parent: ProductCategory | None = None, **values):
    slug = name.lower().replace(" ", "-")
    values = {"name_en": name, "parent": parent, "name": name, **values}
    return ProductCategory.objects.get_or_create(slug=slug, defaults=values)[0]


def make_business(village: Village, title: str = "Dapur Contoh", **values) -> BusinessPage:
    """A published small business with a WhatsApp number."""
    parent = list_below(ShowcasePage, village)
    values = {"whatsapp": "+628123450001", "locale": parent.locale, "live": False, **values}
    return add_published(parent, BusinessPage(title=title, **values))


def make_product(business: BusinessPage, title: str = "Bagiak jahe", **values) -> ProductPage:
    """A published product for Rp 18.000."""
    values = {"price_from_rupiah": 18_000, "locale": business.locale, "live": False, **values}
    values.setdefault("category", None)
    values["category"] = values["category"] or make_category()
    variants = values.pop("variants", ())
    page = ProductPage(title=title, **values)
    page.variants = list(variants)
    return add_published(business, page)


def in_english(page, title: str, **values):
    """The published English version of a business or a product; that of its business must be there."""
    english = home_locale("en")
    parent = page.get_parent().get_translation(english)
    values = {"translation_key": page.translation_key, "locale": english, "live": False, **values}
    if isinstance(page, ProductPage):
        values = {"category": page.category, **values}
    return add_published(parent, type(page)(title=title, **values))


def make_permit(business: BusinessPage, kind: str = "halal", **values) -> Permit:
    """A permit that readers see: numbered, valid for a year, checked."""
    now = timezone.now()
    products = values.pop("products", ())
    values = {
        "number": f"ID-CONTOH-{next(NUMBERS)}",
        "issuer": "Penerbit contoh",
        "valid_until": timezone.localdate() + timedelta(days=365),
        "verified_at": now,
        **values,
    }
    permit = Permit.objects.create(business=business, kind=kind, **values)
    permit.products.set(products)
    return permit
