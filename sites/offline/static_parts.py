"""Static files with all that they load themselves: fonts and pictures of stylesheets, scripts of scripts."""

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage

LOADED = {
    ".js": re.compile(r"""["'](\./[\w.-]+\.js)["']"""),
    ".css": re.compile(r"""url\(["']?([\w./-]+)["']?\)"""),
}


def with_loaded(addresses: Iterable[str]) -> dict[str, bytes]:
    """The content of static files by their addresses, each once; what is not there is left out."""
    waiting, found = list(addresses), {}
    while waiting:
        address = waiting.pop(0)
        if address in found or (content := _content(address)) is None:
            continue
        found[address] = content
        if pattern := LOADED.get(PurePosixPath(address).suffix):
            waiting += [urljoin(address, name) for name in pattern.findall(content.decode())]
    return found


def _content(address: str) -> bytes | None:
    name = address.removeprefix(settings.STATIC_URL)
    # Collected under its hashed name, or, where nothing is collected, in the folder of an app.
    collected = Path(staticfiles_storage.path(name))
    path = collected if collected.is_file() else finders.find(name)
    return Path(path).read_bytes() if path else None
