"""On which days a class meets: a rule of RFC 5545, as an editor chooses it and as people read it."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import NamedTuple

from dateutil.rrule import rrulestr
from django.db import models
from django.utils.dates import WEEKDAYS
from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

# Monday first, as in Python's weekday().
DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY_CHOICES = [(code, WEEKDAYS[number]) for number, code in enumerate(DAY_CODES)]
# More than a year of two meetings a week; a longer term is a typing mistake.
MOST_SESSIONS = 120


class Pattern(models.TextChoices):
    WEEKLY = "weekly", _("every week")
    FORTNIGHTLY = "fortnightly", _("every two weeks")
    FIRST = "1", _("in the first week of the month")
    SECOND = "2", _("in the second week of the month")
    THIRD = "3", _("in the third week of the month")
    FOURTH = "4", _("in the fourth week of the month")
    LAST = "-1", _("in the last week of the month")


class Recurrence(NamedTuple):
    pattern: Pattern
    days: tuple[str, ...]  # codes of weekdays, in the order of the week


def rule_of(pattern: str, days: Iterable[str]) -> str:
    """Return the RRULE of what an editor chose, without its name and without an end: the term has that."""
    chosen = [code for code in DAY_CODES if code in set(days)]
    if pattern == Pattern.WEEKLY:
        return f"FREQ=WEEKLY;BYDAY={','.join(chosen)}"
    if pattern == Pattern.FORTNIGHTLY:
        return f"FREQ=WEEKLY;INTERVAL=2;BYDAY={','.join(chosen)}"
    return f"FREQ=MONTHLY;BYDAY={','.join(f'{pattern}{code}' for code in chosen)}"


def read(rule: str) -> Recurrence:
    """Return what an editor chose; raises ValueError for a rule that no editor can have chosen."""
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    names = parts.get("BYDAY", "").split(",")
    days = tuple(name[-2:] for name in names)
    if parts.get("FREQ") == "MONTHLY":
        pattern = Pattern(names[0][:-2])
    else:
        pattern = Pattern.FORTNIGHTLY if parts.get("INTERVAL") == "2" else Pattern.WEEKLY
    if rule != rule_of(pattern, days):
        raise ValueError(rule)
    return Recurrence(pattern, days)


def days_of(rule: str, first: date, last: date) -> list[date]:
    """Return the days of a rule within a term, both ends included; one more than MOST_SESSIONS at most."""
    start, end = datetime.combine(first, time()), datetime.combine(last, time())
    found = []
    for moment in rrulestr(rule, dtstart=start):
        if moment > end or len(found) > MOST_SESSIONS:
            break
        found.append(moment.date())
    return found


def words_of(rule: str) -> str:
    """Say it as people do: "Every Monday and Thursday"."""
    pattern, codes = read(rule)
    names = get_text_list([str(WEEKDAYS[DAY_CODES.index(code)]) for code in codes], gettext("and"))
    texts = {
        Pattern.WEEKLY: gettext("Every %(days)s"),
        Pattern.FORTNIGHTLY: gettext("Every second %(days)s"),
        Pattern.FIRST: gettext("Every first %(days)s of the month"),
        Pattern.SECOND: gettext("Every second %(days)s of the month"),
        Pattern.THIRD: gettext("Every third %(days)s of the month"),
        Pattern.FOURTH: gettext("Every fourth %(days)s of the month"),
        Pattern.LAST: gettext("Every last %(days)s of the month"),
    }
    return texts[pattern] % {"days": names}
