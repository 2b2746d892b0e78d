"""Dates in sample texts: they follow the day of seeding, so that the demo never looks stale."""

import re
from datetime import date, timedelta

from django.utils import timezone, translation
from django.utils.dateformat import format as format_date

from sites.opening_hours import DAYS

TOKEN = re.compile(r"\{(day|" + "|".join(DAYS) + r") (-?\d+)\}")
FORMATS = {"id": "l, j F Y", "en": "l j F Y"}


def fill_dates(text: str, language: str, today: date | None = None) -> str:
    """Replace `{day 3}` by the date in three days, `{sunday 1}` by the first Sunday from tomorrow on."""
    start = today or timezone.localdate()
    with translation.override(language):
        return TOKEN.sub(lambda token: format_date(_day(token, start), FORMATS[language]), text)


def _day(token: re.Match, start: date) -> date:
    name, days = token[1], int(token[2])
    day = start + timedelta(days=days)
    if name == "day":
        return day
    return day + timedelta(days=(DAYS.index(name) - day.weekday()) % 7)
