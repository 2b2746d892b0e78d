"""Short facts that stand with icons beside a product or a business."""

from typing import NamedTuple

from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext

from marketplace_pages import choices
from marketplace_pages.prices import range_text

GRAMS = 1_000


class Fact(NamedTuple):
    icon: str
    label: str
    value: str


def of_product(product) -> list[Fact]:
    business = product.business
    found = [
        Fact("clock", gettext("Availability"), product.availability_text),
        Fact("truck", gettext("Delivery"), _listed(choices.Delivery, business.delivery_ways)),
        Fact("banknote", gettext("Payment"), _listed(choices.Payment, business.payment_ways)),
        Fact("leaf", gettext("Materials"), product.materials),
        Fact("scale", gettext("Weight with packing"), weight_text(product.weight_grams)),
        Fact("shopping-basket", gettext("Minimum order"), minimum_text(product.minimum_order)),
    ]
    return [fact for fact in found if fact.value]


def of_business(business) -> list[Fact]:
    founded = str(business.founded_year) if business.founded_year else ""
    found = [
        Fact("banknote", gettext("Price"), price_text(business)),
        Fact("circle-check", gettext("What there is"), _listed(choices.Facility, business.facilities)),
        Fact("truck", gettext("Delivery"), _listed(choices.Delivery, business.delivery_ways)),
        Fact("banknote", gettext("Payment"), _listed(choices.Payment, business.payment_ways)),
        Fact("user-round", gettext("Owner"), business.shown_owner),
        Fact("calendar-days", gettext("Since"), founded),
    ]
    return [fact for fact in found if fact.value]


def price_text(business) -> str:
    """What guests pay, such as "Rp 150.000 / night"; empty where nothing is said."""
    if not business.price_from_rupiah:
        return ""
    text = range_text(business.price_from_rupiah, business.price_to_rupiah)
    return f"{text} / {business.price_unit}" if business.price_unit else text


def weight_text(grams: int | None) -> str:
    if not grams:
        return ""
    if grams < GRAMS:
        return gettext("%(number)s g") % {"number": grams}
    return gettext("%(number)s kg") % {"number": number_format(f"{grams / GRAMS:g}", use_l10n=True)}


def minimum_text(number: int) -> str:
    """One needs no words."""
    if number < 2:
        return ""
    return ngettext("%(number)s piece", "%(number)s pieces", number) % {"number": number}


def _listed(kinds, values: list[str]) -> str:
    return ", ".join(choices.labels(kinds, values))
