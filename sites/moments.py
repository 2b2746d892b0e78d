"""How people read when something is: hours, a day, several days; by the clock of Banyuwangi."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext, pgettext

# What lasts through a night belongs to the day on which it begins.
ONE_NIGHT = timedelta(hours=12)


def day_of(moment: datetime) -> date:
    return timezone.localtime(moment).date()


def last_day(starts_at: datetime, ends_at: datetime | None, is_all_day: bool = False) -> date:
    """Return the last day to which something belongs; an end at midnight begins no further day."""
    if ends_at is None or (not is_all_day and ends_at - starts_at <= ONE_NIGHT):
        return day_of(starts_at)
    return max(day_of(starts_at), day_of(ends_at - timedelta(microseconds=1)))


def day_text(day: date) -> str:
    """Such as "Saturday 28 November 2026"."""
    return date_format(day, pgettext("format of a date with its weekday", "l j F Y"))


def days_text(first: date, last: date) -> str:
    """One day with its weekday, or several as short as they can be said: "24–26 October 2026"."""
    if first == last:
        return day_text(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{date_format(last, 'j F Y')}"
    if first.year == last.year:
        return f"{date_format(first, 'j F')} – {date_format(last, 'j F Y')}"
    return f"{date_format(first, 'j F Y')} – {date_format(last, 'j F Y')}"


def hours_text(starts_at: datetime, ends_at: datetime | None, is_all_day: bool = False) -> str:
    """What stands beside a block with the first day: "19.00–21.00 WIB", "all day", "until 26 October"."""
    last, begins = last_day(starts_at, ends_at, is_all_day), _time(starts_at)
    if last > day_of(starts_at):
        until = gettext("until %(day)s") % {"day": date_format(last, "j F")}
        return until if is_all_day else f"{begins} WIB, {until}"
    if is_all_day:
        return gettext("all day")
    return f"{begins}–{_time(ends_at)} WIB" if ends_at else f"{begins} WIB"


def when_text(starts_at: datetime, ends_at: datetime | None, is_all_day: bool = False) -> str:
    """The same with its days, complete: "Saturday 28 November 2026, 7.00 PM–9.00 PM WIB"."""
    first, last = day_of(starts_at), last_day(starts_at, ends_at, is_all_day)
    days = days_text(first, last)
    if is_all_day:
        return days
    if last > first:
        return f"{days}, " + gettext("from %(time)s WIB") % {"time": _time(starts_at)}
    return f"{days}, {hours_text(starts_at, ends_at)}"


def _time(moment: datetime) -> str:
    return time_format(timezone.localtime(moment).time())
