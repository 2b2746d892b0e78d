"""How long somebody holds an office, and how that is written."""

from datetime import date

from django.utils.translation import gettext as _


def has_ended(until: date | None, today: date) -> bool:
    """A term counts to the end of its last day; without one it goes on."""
    return until is not None and until < today


def is_in_office(since: date | None, until: date | None, today: date) -> bool:
    return (since is None or since <= today) and not has_ended(until, today)


def term_text(since: date | None, until: date | None) -> str:
    """Return a term in years, such as "2021–2027" or "since 2021"; nothing where nothing is known."""
    if since and until:
        return f"{since.year}–{until.year}" if since.year != until.year else str(since.year)
    if since:
        return _("since %(year)s") % {"year": since.year}
    return _("until %(year)s") % {"year": until.year} if until else ""
