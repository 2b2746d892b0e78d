"""Drawings that stand inside the page: icons, the mark and the large motif.

They are drawn inline, so that they take the colours of their surroundings.
"""

import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

OPENING_TAG = re.compile(r"<svg\b[^>]*>", re.DOTALL)
NOT_DRAWN = re.compile(r"<!--.*?-->", re.DOTALL)
SPACE = re.compile(r"\s+")


@cache
def icon(name: str) -> SafeString:
    """Return an icon of static/icons. Raises `ValueError` for a name that is not there."""
    path = _folder("icons") / f"{name}.svg"
    if not re.fullmatch(r"[a-z0-9-]+", name) or not path.is_file():
        raise ValueError(f"There is no icon called {name!r} in static/icons.")
    return _inline(path, 'class="i" viewBox="0 0 24 24"')


@cache
def motif() -> SafeString:
    """Return the large Gajah Oling; at most one belongs on a screen."""
    return _inline(_folder("img/motif") / "gajah-oling.svg", 'class="motif" viewBox="-95 -92 186 184"')


@cache
def mark(css_class: str = "") -> SafeString:
    """Return the mark of Smart Kampung, a small Gajah Oling."""
    return _inline(_folder("img/motif") / "mark.svg", f'class="{css_class}" viewBox="-62 -62 124 124"')


def _folder(name: str) -> Path:
    return settings.BASE_DIR / "static" / name


def _inline(path: Path, attributes: str) -> SafeString:
    drawing = NOT_DRAWN.sub("", path.read_text(encoding="utf-8"))
    opening = f'<svg {attributes} aria-hidden="true" focusable="false">'
    drawing = OPENING_TAG.sub(opening, drawing, count=1)
    return mark_safe(SPACE.sub(" ", drawing).replace("> <", "><").replace(" />", "/>").strip())
