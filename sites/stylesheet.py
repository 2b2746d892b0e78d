"""Joins the parts of the stylesheet into the one file that readers load, css/site.css."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

STYLESHEET = "css/site.css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PARTS_FOLDER = "css/parts"


def part_paths() -> list[Path]:
    """Return the parts in the order of their numbers."""
    return sorted((settings.BASE_DIR / "static" / PARTS_FOLDER).glob("*.css"))


def join(parts: Iterable[str]) -> str:
    """Join parts without comments, indents and empty lines.

    A part names fonts and pictures from its own folder; the joined file lies
    one folder higher, so one "../" goes.
    """
    text = COMMENT.sub("", "\n".join(parts)).replace('url("../../', 'url("../')
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line) + "\n"


class StylesheetFinder(BaseFinder):
    """Serves the joined stylesheet, for the development server and for collectstatic."""

    def __init__(self, *args, **kwargs):
        self.storage = FileSystemStorage(location=settings.DATA_DIR / "generated")

    def check(self, **kwargs):
        return []

    def find(self, path: str, find_all: bool = False, **kwargs) -> str | list[str]:
        if path != STYLESHEET:
            return []
        found = str(self.write())
        return [found] if find_all else found

    def list(self, ignore_patterns: list[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        self.write()
        yield STYLESHEET, self.storage

    def write(self) -> Path:
        """Write the file if a part has changed; another process may be reading it meanwhile."""
        text = join(path.read_text(encoding="utf-8") for path in part_paths())
        target = Path(self.storage.path(STYLESHEET))
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = target.with_suffix(f".{os.getpid()}")
            draft.write_text(text, encoding="utf-8")
            draft.replace(target)
        return target
