"""What an event must be: in order even as a draft, and with a day, or the reason why not, for readers."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext

from culture.states import EventCertainty, EventStatus

Complaint = tuple[str, str]


def complaints(values: Mapping) -> Iterator[Complaint]:
    """Yield the name of each field that is wrong, with what to do, by the values of all fields."""
    yield from about_order(values)
    yield from _about_day(values)
    pair = [name for name in ("latitude", "longitude") if values.get(name) is None]
    if len(pair) == 1:
        yield pair[0], gettext("Write latitude and longitude, or leave both empty.")


def about_order(values: Mapping) -> Iterator[Complaint]:
    """Not even a draft may end before it begins: the database would refuse it."""
    starts, ends = values.get("starts_at"), values.get("ends_at")
    if starts and ends and ends <= starts:
        yield "ends_at", gettext("It would end before it begins. Choose a later time.")


def _about_day(values: Mapping) -> Iterator[Complaint]:
    certainty, starts = values.get("certainty"), values.get("starts_at")
    if certainty == EventCertainty.CONFIRMED and not starts:
        yield "starts_at", gettext("Write when it begins, or choose that its day is not set.")
    if certainty == EventCertainty.USUAL and not starts and not values.get("usual_months"):
        yield "usual_months", gettext("Tick the months in which it usually takes place.")
    if certainty == EventCertainty.LUNAR and not starts and not values.get("lunar_date"):
        yield "lunar_date", gettext("Write the day by the lunar calendar, for example 2 Syawal.")
    if values.get("status") == EventStatus.MOVED and not values.get("moved_from"):
        yield "moved_from", gettext("Write when it was to begin, so that readers see what changed.")
