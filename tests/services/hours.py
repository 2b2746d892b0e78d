"""Hours of an office for tests of days."""

from datetime import date, time

from sites.models import SiteSettings, Village

WORKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"]


def open_office(village: Village, days=WORKDAYS, closed: list[date] = ()) -> SiteSettings:
    """Let the office be open from 8 to 15 on some days of the week, but for single days."""
    settings = SiteSettings.for_site(village.site)
    settings.opening_hours = [("hours", {"days": days, "opens": time(8), "closes": time(15)})]
    blank = {"last_day": None, "opens": None, "closes": None}
    settings.opening_exceptions = [
        ("days", {**blank, "first_day": day, "reason": "Hari libur"}) for day in closed
    ]
    settings.save()
    return settings
