"""The nearest of some names to one that somebody wrote."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from sites.resemblance import LEAST_LIKENESS, likeness

from .columns import plain


def nearest(written: str, names: Iterable[str]) -> str:
    """The name that somebody may have meant, or an empty text."""
    meant = plain(written)
    ranked = max(((likeness(meant, plain(name)), name) for name in names), default=(0, ""))
    return ranked[1] if ranked[0] >= LEAST_LIKENESS else ""


def with_suggestion(message: str, written: str, names: Iterable[str]) -> str:
    if found := nearest(written, names):
        return message + " " + _("Did you mean “%(name)s”?") % {"name": found}
    return message
