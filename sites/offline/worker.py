"""The text of the service worker: a static source behind what only the server knows of the site."""

import json
import re
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import override

from .static_parts import with_loaded

FOLDER = Path(__file__).parent
COMMENT_LINE = re.compile(r"^\s*//.*\n|^\s+|^\n", re.MULTILINE)
VERSION_LENGTH = 12
# What every page needs to look and work as it does online; what these load comes with them.
SHELL = ["css/site.css", "js/offline.js", "js/saved-pages.js"]
# Left to the browser whatever happens.
CLOSED = ["/admin/", "/django-admin/"]
# Never kept by being read: what is asked for, who reads, and what is no page. See the headers, too.
UNKEPT_VIEWS = ["search", "newsletter", "offline"]


@cache
def source(name: str) -> str:
    """A script of this folder without comment lines and indents."""
    return COMMENT_LINE.sub("", (FOLDER / name).read_text(encoding="utf-8"))


def worker(frame) -> str:
    """The worker of a site. Another byte in it is a new version, which replaces the old one."""
    known = knowledge(frame)
    return f"const SITE = {json.dumps(known | {'version': version(known)})};\n{source('worker.js')}"


def farewell() -> str:
    return source("farewell.js")


def version(known: dict) -> str:
    text = json.dumps(known) + source("worker.js") + shell_version()
    return sha256(text.encode()).hexdigest()[:VERSION_LENGTH]


def shell_version() -> str:
    """Changes whenever a static file does; empty where their names do not tell."""
    return getattr(staticfiles_storage, "manifest_hash", "")


@cache
def shell(version: str) -> list[str]:
    """Addresses of the static files of every page; `version` says when to look again."""
    return list(with_loaded(static(name) for name in SHELL))


def knowledge(frame) -> dict:
    """What the worker knows of its site. `key` tells apart sites that had one host, one after the other."""
    offline, unkept = [], [settings.MEDIA_URL, reverse("wagtaildocs_serve", args=["0", ""]).partition("0")[0]]
    for code in frame.settings.languages:
        with override(code):
            unkept += [reverse(name) for name in UNKEPT_VIEWS]
            offline.append((reverse("wagtail_serve", args=[""]), reverse("offline")))
    return {
        "key": str(frame.site.pk),
        # The longest start first: "/" begins every path.
        "offline": sorted(offline, key=lambda pair: -len(pair[0])),
        "shell": shell(shell_version()),
        "closed": CLOSED,
        "unkept": [*unkept, "/_util/"],
        "static": settings.STATIC_URL,
        "media": settings.MEDIA_URL,
        "documents": unkept[1],
    }
