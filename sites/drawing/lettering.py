"""Sets text in the project's font: what it can write, in lines that fit and look even."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from PIL import ImageDraw, ImageFont

# A variable font; Pillow's own FreeType reads WOFF2.
FONT = "fonts/plus-jakarta-sans-id-en-400-800.woff2"
# Of the size, as in the headings of the pages.
TRACKING = -0.022
WORD_SPACING = 0.07
ELLIPSIS = "…"

# What the subset may hold: Latin-1 and typographic punctuation.
CANDIDATES = {chr(code) for code in [*range(0x20, 0x7F), *range(0xA1, 0x100)]} | set("–—‘’“”•…€−")
NO_LETTER = "\uffff"
STAND_INS = str.maketrans({"‐": "-", "‑": "-", "‒": "–", "―": "—", "′": "’", "″": "”", "\xa0": " "})


@dataclass(frozen=True)
class Setting:
    """Lines of text in one size."""

    lines: tuple[str, ...]
    size: int


@lru_cache(maxsize=32)
def font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    found = ImageFont.truetype(Path(settings.BASE_DIR) / "static" / FONT, size)
    found.set_variation_by_axes([weight])
    return found


@lru_cache(maxsize=1)
def letters() -> frozenset[str]:
    """Return what the font has a drawing of, and the space."""
    face = font(40, 400)
    box = bytes(face.getmask(NO_LETTER))
    return frozenset(letter for letter in CANDIDATES if bytes(face.getmask(letter)) not in (box, b"")) | {" "}


def writable(text: str) -> str:
    """Return what the font can write: accents it lacks go, and what has no letter at all, such as emoji."""
    found = []
    for character in unicodedata.normalize("NFC", text).translate(STAND_INS):
        if character in letters():
            found.append(character)
        elif character.isspace():
            found.append(" ")
        else:
            plain = unicodedata.normalize("NFKD", character)
            found += [part for part in plain if part in letters()]
    return " ".join("".join(found).split())


def width(text: str, size: int, weight: int) -> float:
    return font(size, weight).getlength(text) + _spacing(text) * size


def _spacing(text: str) -> float:
    return len(text) * TRACKING + text.count(" ") * WORD_SPACING


def write(draw: ImageDraw.ImageDraw, place: tuple[float, float], text: str, size: int, weight: int, ink: str):
    """Write one line with its baseline at `place`, letter by letter: Pillow knows no tracking."""
    face, (left, baseline) = font(size, weight), place
    for number, letter in enumerate(text):
        # With the kerning towards the letter before.
        before = face.getlength(text[: number + 1]) - face.getlength(letter)
        x = left + before + _spacing(text[:number]) * size
        draw.text((x, baseline), letter, font=face, fill=ink, anchor="ls")


def fitted(text: str, box: float, weight: int, sizes: range, most_lines: int) -> Setting:
    """Set text as large as it fits into `box` pixels; the smallest size is cut off with an ellipsis."""
    for size in sizes:
        lines = _lines(text, box, size, weight)
        whole_words = all(width(word, size, weight) <= box for word in text.split())
        if len(lines) <= most_lines and whole_words:
            return Setting(_even(text, box, size, weight, len(lines)), size)
    size = sizes[-1]
    lines = _lines(text, box, size, weight)
    if len(lines) > most_lines:
        lines = [*lines[: most_lines - 1], _cut(" ".join(lines[most_lines - 1 :]), box, size, weight)]
    return Setting(tuple(lines), size)


def shortened(text: str, box: float, size: int, weight: int) -> str:
    return text if width(text, size, weight) <= box else _cut(text, box, size, weight)


def _lines(text: str, box: float, size: int, weight: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and width(f"{lines[-1]} {word}", size, weight) <= box:
            lines[-1] += f" {word}"
        else:
            lines += _pieces(word, box, size, weight)
    return lines


def _pieces(word: str, box: float, size: int, weight: int) -> list[str]:
    """Break a word that is wider than the box, wherever the box ends."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, weight) > box:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _even(text: str, box: float, size: int, weight: int, count: int) -> tuple[str, ...]:
    """Narrow the box as far as the number of lines stays the same, so that none is left nearly empty."""
    best = _lines(text, box, size, weight)
    widest_word = max((width(word, size, weight) for word in text.split()), default=0)
    for share in range(98, 50, -2):
        narrower = _lines(text, box * share / 100, size, weight)
        if len(narrower) > count or box * share / 100 < widest_word:
            break
        best = narrower
    return tuple(best)


def _cut(text: str, box: float, size: int, weight: int) -> str:
    """Cut behind the last whole word that leaves room for the ellipsis, or inside a very long one."""
    if width(text, size, weight) <= box:
        return text
    words = text.split()
    while len(words) > 1 and width(" ".join(words) + ELLIPSIS, size, weight) > box:
        words.pop()
    kept = " ".join(words)
    while kept and width(kept + ELLIPSIS, size, weight) > box:
        kept = kept[:-1]
    return kept.rstrip(" ,.;:–-") + ELLIPSIS
