"""Addresses of lessons: made from their titles, and kept once somebody may know them."""

from collections.abc import Mapping
from itertools import chain, count
from typing import NamedTuple

from django.utils.text import slugify

from learning.lessons import RESERVED

LONGEST = 70  # the field takes 80; the rest is for a number
NAMELESS = "pelajaran"


class Former(NamedTuple):
    """What a lesson was called before it was edited, and where it was found."""

    title: str
    slug: str


def slug_of_lesson(title: str) -> str:
    return slugify(title)[:LONGEST].strip("-_") or NAMELESS


def formers_of(lessons) -> dict[str, Former]:
    return {str(block.id): Former(block.value["title"], block.value["slug"]) for block in lessons}


def fill_slugs(lessons, formers: Mapping[str, Former], has_readers: bool) -> None:
    """Give a slug to each lesson that has a title and none. Changes the values of the stream.

    One that readers know is put back where it was emptied; until there are readers, an address that was
    made from the title follows it.
    """
    blank = [block for block in lessons if _is_ours(block, formers, has_readers)]
    taken = {block.value["slug"] for block in lessons if block not in blank} | RESERVED
    for block in blank:
        former = formers.get(str(block.id))
        kept = former.slug if has_readers and former else ""
        if kept and kept not in taken:
            block.value["slug"] = kept
        elif block.value["title"]:
            block.value["slug"] = _free(slug_of_lesson(block.value["title"]), taken)
        else:
            block.value["slug"] = ""
        taken.add(block.value["slug"])


def _is_ours(block, formers: Mapping[str, Former], has_readers: bool) -> bool:
    """Whether the slug is missing, or came from a title that nobody has read and that is another now."""
    value, former = block.value, formers.get(str(block.id))
    if not value["slug"]:
        return True
    if has_readers or former is None or former.title == value["title"]:
        return False
    return value["slug"] == former.slug == slug_of_lesson(former.title)


def _free(base: str, taken: set[str]) -> str:
    numbered = (f"{base}-{number}" for number in count(2))
    return next(slug for slug in chain([base], numbered) if slug not in taken)
