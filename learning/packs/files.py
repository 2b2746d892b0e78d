"""One file of a pack: what it is, how many bytes travel, and how much room it takes on the device."""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.storage import default_storage
from django.http import HttpRequest
from django.utils.text import compress_string

from sites.media.belonging import Audience, audience, is_at_home
from sites.media.serving import PICTURE_TYPES, image_of
from sites.models import VillageDocument

from . import shown

TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
# What a file of this type loads by itself.
LOADED = {
    ".js": re.compile(r"""["'](\./[\w.-]+\.js)["']"""),
    ".css": re.compile(r"""url\(["']?([\w./-]+)["']?\)"""),
}
DIGEST_LENGTH = 12


@dataclass(frozen=True)
class PackFile:
    """`type` is how its content type begins; with another `version` it is loaded anew."""

    url: str
    type: str
    bytes: int
    room: int
    version: str

    def as_data(self) -> dict:
        return asdict(self)


def digest(*parts: object) -> str:
    return sha256("\n".join(map(str, parts)).encode()).hexdigest()[:DIGEST_LENGTH]


def page_file(url: str, html: bytes, version: str) -> PackFile:
    return PackFile(url, "text/html", len(compress_string(html)), len(html), version)


def picture_files(request: HttpRequest, addresses: Iterable[str]) -> list[PackFile]:
    """One size of each picture, of those that everybody may see here."""
    files = []
    for address in shown.pictures(addresses):
        path = shown.stored_path(address)
        image = image_of(path)
        if image and audience(request, image) is Audience.EVERYBODY and default_storage.exists(path):
            size = default_storage.size(path)
            kind = PICTURE_TYPES.get(PurePosixPath(path).suffix, "image/")
            files.append(PackFile(address, kind, size, size, digest(address)))
    return files


def documents_of(request: HttpRequest, addresses: Iterable[str]) -> list[tuple[VillageDocument, PackFile]]:
    """The documents that a page names, of those that everybody may have here."""
    keys = shown.document_keys(addresses)
    documents = VillageDocument.objects.select_related("collection").in_bulk(keys)
    return [
        (documents[key], _document_file(documents[key], url))
        for key, url in keys.items()
        if key in documents and _is_for_everybody(request, documents[key])
    ]


def _is_for_everybody(request: HttpRequest, document: VillageDocument) -> bool:
    return is_at_home(request, document) and not document.collection.get_view_restrictions()


def _document_file(document: VillageDocument, url: str) -> PackFile:
    size = document.get_file_size() or 0
    return PackFile(url, document.content_type, size, size, digest(url, document.get_file_hash()))


def look_files(addresses: Iterable[str]) -> list[PackFile]:
    """Stylesheets, fonts and scripts of pages, with the scripts that those load."""
    waiting, found = list(shown.looks(addresses)), {}
    while waiting:
        address = waiting.pop(0)
        if address in found or (content := _static_content(address)) is None:
            continue
        suffix = PurePosixPath(address).suffix
        packed = len(content) if suffix == ".woff2" else len(compress_string(content))
        version = sha256(content).hexdigest()[:DIGEST_LENGTH]
        found[address] = PackFile(address, TYPES[suffix], packed, len(content), version)
        if suffix in LOADED:
            waiting += [urljoin(address, name) for name in LOADED[suffix].findall(content.decode())]
    return list(found.values())


def _static_content(address: str) -> bytes | None:
    name = address.removeprefix(settings.STATIC_URL)
    # Collected under its hashed name, or, where nothing is collected, in the folder of an app.
    collected = settings.STATIC_ROOT and Path(staticfiles_storage.path(name))
    path = collected if collected and collected.exists() else finders.find(name)
    return Path(path).read_bytes() if path else None
