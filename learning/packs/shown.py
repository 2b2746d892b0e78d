"""What a page shows beside its text, read from its HTML: pictures, documents, stylesheets, scripts, fonts."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import unquote

from django.conf import settings

ATTRIBUTE = re.compile(r'\s(?:src|srcset|href|poster|data-[\w-]+)="([^"]+)"')
DOCUMENT = re.compile(r"^/documents/(\d+)/[^?#]+$")
# "foto.width-720.format-webp.webp": the picture, how wide, in which format.
SIZE = re.compile(r"^(?P<stem>.+)\.width-(?P<width>\d+)\.format-(?P<format>[a-z]+)[^/]*$")
LOOKS = {".css", ".js", ".woff2"}
# As wide as the screens of cheap phones, in a format that every browser with a service worker knows.
WIDE_ENOUGH = 720
FORMATS = ["webp", "jpeg", "avif"]


def addresses_in(html: str) -> list[str]:
    """Every address that the page names, once each; of a set of sizes all."""
    parts = (part.split() for value in ATTRIBUTE.findall(html) for part in value.split(", "))
    return list(dict.fromkeys(part[0] for part in parts if part))


def looks(addresses: Iterable[str]) -> list[str]:
    """Static files without which the page would not look or work as it does."""
    static = (address for address in addresses if address.startswith(settings.STATIC_URL))
    return [address for address in static if PurePosixPath(address).suffix in LOOKS]


def document_keys(addresses: Iterable[str]) -> dict[int, str]:
    """The addresses of the documents that the page names, by their keys."""
    found = (DOCUMENT.match(address) for address in addresses)
    return {int(match[1]): match[0] for match in found if match}


def pictures(addresses: Iterable[str]) -> list[str]:
    """One size of each picture: the narrowest that is wide enough for a phone."""
    sizes = defaultdict(list)
    for address in addresses:
        if address.startswith(settings.MEDIA_URL):
            match = SIZE.match(address)
            sizes[match["stem"] if match else address].append((match, address))
    return [_fittest(candidates) for candidates in sizes.values()]


def _fittest(candidates: list[tuple]) -> str:
    def rank(candidate: tuple) -> tuple:
        match, _address = candidate
        if match is None:
            return (len(FORMATS), 0, 0)
        known = FORMATS.index(match["format"]) if match["format"] in FORMATS else len(FORMATS)
        width = int(match["width"])
        # Wide enough comes first, the narrowest of those; else the widest.
        return (known, width < WIDE_ENOUGH, width if width >= WIDE_ENOUGH else -width)

    return min(candidates, key=rank)[1]


def stored_path(address: str) -> str:
    """The path of a stored file in the media folder."""
    return unquote(address.removeprefix(settings.MEDIA_URL))
