"""What a product must be: in order even as a draft, and complete for readers."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext

from marketplace_pages.choices import Availability

from .price_rules import Complaint, about_range


def complaints(values: Mapping) -> Iterator[Complaint]:
    """Yield the name of each field that is wrong, with what to do, by the values of all fields."""
    yield from about_order(values)
    availability = values.get("availability")
    if availability == Availability.SEASONAL and not values.get("months"):
        yield "months", gettext("Tick the months in which there is some.")
    if availability == Availability.MADE_TO_ORDER and not values.get("making_days"):
        yield "making_days", gettext("Write how many days it takes to make.")


def about_order(values: Mapping) -> Iterator[Complaint]:
    yield from about_range(values)
    least = values.get("minimum_order")
    if least is not None and least < 1:
        yield "minimum_order", gettext("The smallest order is 1.")
