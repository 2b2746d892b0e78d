"""The sentence that search engines and messengers show below a page's title."""

import textwrap
from collections.abc import Iterable

from django.utils.translation import gettext
from wagtail.rich_text import get_text_for_indexing

LONGEST = 160
ELLIPSIS = "…"
# Blocks that hold sentences, with where their text is.
SENTENCES = {
    "paragraph": lambda value: value.source,
    "note": lambda value: value["text"].source,
    "quote": lambda value: value["text"],
}


def describe(page, frame) -> str:
    """Return what the editor wrote about the page, or else its first text, or whose page it is."""
    return page.description or first_text(getattr(page, "body", ())) or whose(page, frame)


def first_text(body: Iterable) -> str:
    """Return the beginning of the first text in a stream, cut behind a word; empty without text."""
    for block in body:
        if block.block_type in SENTENCES:
            text = get_text_for_indexing(SENTENCES[block.block_type](block.value) or "")
            if shortened := shorten(text):
                return shortened
    return ""


def shorten(text: str) -> str:
    words = " ".join(text.split())
    found = textwrap.shorten(words, LONGEST, placeholder=ELLIPSIS)
    # A single endless word would leave nothing but the ellipsis.
    return words[: LONGEST - 1] + ELLIPSIS if found == ELLIPSIS else found


def whose(page, frame) -> str:
    if page.depth_below_home == 0:
        return of_site(frame)
    names = {"title": page.title, "site": frame.name, "place": frame.subtitle}
    return gettext("“%(title)s” on the site of %(site)s, %(place)s.") % names


def of_site(frame) -> str:
    return gettext("The site of %(site)s, %(place)s.") % {"site": frame.name, "place": frame.subtitle}
