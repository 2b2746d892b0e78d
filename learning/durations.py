"""How long something takes, in words and for machines."""

from django.utils.translation import gettext, ngettext

HOUR = 60


def in_words(minutes: int) -> str:
    """Say "about 45 minutes" or "about 1 hour 30 minutes" in the active language."""
    hours, rest = divmod(minutes, HOUR)
    parts = []
    if hours:
        parts.append(ngettext("%(number)s hour", "%(number)s hours", hours) % {"number": hours})
    if rest or not hours:
        parts.append(ngettext("%(number)s minute", "%(number)s minutes", rest) % {"number": rest})
    return gettext("about %(time)s") % {"time": " ".join(parts)}


def for_machines(minutes: int) -> str:
    """The same as ISO 8601.

    >>> for_machines(95)
    'PT1H35M'
    """
    hours, rest = divmod(minutes, HOUR)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")
