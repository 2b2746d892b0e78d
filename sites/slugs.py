"""The last part of a page's address: which are taken by the site itself, and how one is made from a title."""

from collections.abc import Callable
from itertools import chain, count

from django.utils.text import slugify

# Addresses below a home that are not pages.
RESERVED_SLUGS = {"admin", "cari", "documents", "en", "feed", "healthz", "id", "media", "search", "share"}
RESERVED_SLUGS |= {"langganan", "layar", "newsletter", "pendaftaran", "registration", "screen", "static"}
RESERVED_SLUGS |= {"certificate", "kode-belajar", "learning-code", "sertifikat"}
RESERVED_SLUGS |= {"luring", "offline"}
RESERVED_SLUGS |= {"permohonan", "requests"}
# For a title without letters or digits.
NAMELESS = "halaman"
LONGEST = 200  # the field takes 255; the rest is for a number


def slug_of(title: str) -> str:
    return slugify(title, allow_unicode=True)[:LONGEST].strip("-_") or NAMELESS


def free_slug(title: str, is_free: Callable[[str], bool]) -> str:
    """Return the slug of a title, with the first number behind it that makes it free."""
    base = slug_of(title)
    numbered = (f"{base}-{number}" for number in count(2))
    return next(slug for slug in chain([base], numbered) if is_free(slug))
