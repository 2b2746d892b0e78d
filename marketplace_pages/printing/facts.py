"""What is printed of a business and a product, as plain texts."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _
from phonenumbers import PhoneNumberFormat, format_number

from marketplace_pages.choices import PermitKind
from marketplace_pages.models import Permit

SHORT = {
    PermitKind.NIB: "NIB",
    PermitKind.PIRT: "P-IRT",
    PermitKind.BPOM: "BPOM",
    PermitKind.HALAL: "Halal",
    PermitKind.TRADEMARK: "Merek",
    PermitKind.SNI: "SNI",
}


def phone_text(number) -> str:
    """As Indonesians write it: 0812-3456-7890."""
    return format_number(number, PhoneNumberFormat.NATIONAL) if number else ""


def address_text(url: str) -> str:
    """An address as people type it."""
    return url.partition("://")[2].rstrip("/")


def with_unit(product) -> str:
    return f"{product.price_text} / {product.unit}" if product.unit else product.price_text


def permits_of_business(business) -> list[str]:
    """Those that hold for all of its products, with their numbers. One query."""
    found = Permit.objects.shown().filter(business__translation_key=business.translation_key, products=None)
    return [_named(permit) for permit in found]


def permits_of_product(product) -> list[str]:
    """Those that hold for a product, given by its Indonesian version. One query."""
    return [_named(permit) for permit in Permit.objects.shown().of_product(product).distinct()]


def _named(permit) -> str:
    return _("%(kind)s no. %(number)s") % {"kind": SHORT[permit.kind], "number": permit.number}


def short_permits(products: Iterable) -> dict[int, str]:
    """Names of the permits of many products that know their `business`, by the key of each. One query."""
    products = list(products)
    keys = {product.business.translation_key for product in products}
    rows = Permit.objects.shown().filter(business__translation_key__in=keys)
    for_all, for_some = defaultdict(set), defaultdict(set)
    names = rows.values_list("kind", "business__translation_key", "products__translation_key")
    for kind, business, product in names:
        (for_some[product] if product else for_all[business]).add(kind)
    return {
        product.pk: ", ".join(
            SHORT[kind]
            for kind in PermitKind
            if kind in for_all[product.business.translation_key] | for_some[product.translation_key]
        )
        for product in products
    }
