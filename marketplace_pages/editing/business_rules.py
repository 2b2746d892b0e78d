"""What a business must be: in order even as a draft, and true to its owner and its place for readers."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext

from .price_rules import Complaint, about_range
from .whatsapp import read_whatsapp

# Degrees that Banyuwangi lies within, its islands and a little of its sea included.
SOUTH, NORTH = -8.95, -7.6
WEST, EAST = 113.7, 114.75


def complaints(values: Mapping, today: date | None = None) -> Iterator[Complaint]:
    """Yield the name of each field that is wrong, with what to do, by the values of all fields."""
    today = today or timezone.localdate()
    yield from about_order(values)
    agreed, founded = values.get("owner_agreed_on"), values.get("founded_year")
    if agreed and agreed > today:
        yield (
            "owner_agreed_on",
            gettext("This day is still to come. Write the day on which the owner agreed."),
        )
    if founded and founded > today.year:
        yield "founded_year", gettext("This year is still to come.")
    yield from _about_whatsapp(values.get("whatsapp"))
    yield from _about_place(values.get("latitude"), values.get("longitude"))


def about_order(values: Mapping) -> Iterator[Complaint]:
    """Not even a draft may go against these: the database would refuse it."""
    yield from about_range(values)
    if values.get("owner_name") and not values.get("owner_agreed_on"):
        yield (
            "owner_agreed_on",
            gettext("Write the day on which the owner agreed, or leave the name of the owner out."),
        )


def _about_whatsapp(number: object) -> Iterator[Complaint]:
    if number:
        try:
            read_whatsapp(number)
        except ValidationError as error:
            yield "whatsapp", error.messages[0]


def _about_place(latitude: float | None, longitude: float | None) -> Iterator[Complaint]:
    if latitude is None and longitude is None:
        return
    if latitude is None or longitude is None:
        name = "latitude" if latitude is None else "longitude"
        yield name, gettext("Write latitude and longitude, or leave both empty.")
    elif not _in_banyuwangi(latitude, longitude):
        if _in_banyuwangi(longitude, latitude):
            yield "latitude", gettext("Latitude and longitude have changed places. Swap them.")
        elif _in_banyuwangi(-latitude, longitude):
            yield (
                "latitude",
                gettext("Banyuwangi lies south of the equator: write a minus before the latitude."),
            )
        else:
            yield "latitude", gettext("This point lies outside of Banyuwangi. Check both numbers.")


def _in_banyuwangi(latitude: float, longitude: float) -> bool:
    return SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST
