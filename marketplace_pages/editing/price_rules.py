"""What two prices must be to make a range; not even a draft may have them upside down."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext

Complaint = tuple[str, str]


def about_range(values: Mapping) -> Iterator[Complaint]:
    lowest, highest = values.get("price_from_rupiah"), values.get("price_to_rupiah")
    for name, price in (("price_from_rupiah", lowest), ("price_to_rupiah", highest)):
        if price is not None and price < 1:
            yield name, gettext("The price must be above zero. Leave it empty if there is none.")
    if highest is None:
        return
    if lowest is None:
        yield "price_from_rupiah", gettext("Write the lowest price, too, or leave the highest one empty.")
    elif highest < lowest:
        yield "price_to_rupiah", gettext("The highest price is below the lowest one. Swap them.")
