"""One file of a pack: what it is, how many bytes travel, and how much room it takes on the device."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from django.core.files.storage import default_storage
from django.http import HttpRequest
from django.utils.text import compress_string

from sites.media.belonging import Audience, audience, is_at_home
from sites.media.serving import PICTURE_TYPES, image_of
from sites.models import VillageDocument
from sites.offline.static_parts import with_loaded

from . import shown

TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
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
    """Stylesheets, fonts and scripts of pages, with what those load."""
    return [_look_file(address, content) for address, content in with_loaded(shown.looks(addresses)).items()]


def _look_file(address: str, content: bytes) -> PackFile:
    suffix = PurePosixPath(address).suffix
    packed = len(content) if suffix == ".woff2" else len(compress_string(content))
    return PackFile(address, TYPES[suffix], packed, len(content), sha256(content).hexdigest()[:DIGEST_LENGTH])
