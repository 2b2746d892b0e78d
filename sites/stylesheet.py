"""Makes two stylesheets of the parts: css/site.css for readers, and css/modes.css for the style guide."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

STYLESHEET = "css/site.css"
MODES = "css/modes.css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"([^{}]+){([^{}]*)}")
BLANKS = re.compile(r"\s*([{};,])\s*")
PARTS_FOLDER = "css/parts"
TOKEN_PARTS = "2*-*.css"
DARK = "@media (prefers-color-scheme: dark)"


def part_paths(pattern: str = "*.css") -> list[Path]:
    """Return the parts in the order of their numbers."""
    return sorted((settings.BASE_DIR / "static" / PARTS_FOLDER).glob(pattern))


def join(parts: Iterable[str]) -> str:
    """Join parts without comments, indents and empty lines.

    A part names fonts and pictures from its own folder; the joined file lies
    one folder higher, so one "../" goes.
    """
    text = COMMENT.sub("", "\n".join(parts)).replace('url("../../', 'url("../')
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def packed(text: str) -> str:
    """Drop the blanks that mean nothing: some 300 bytes of each first view, after compression."""
    return BLANKS.sub(r"\1", text)


def modes(parts: Iterable[str]) -> str:
    """Repeat the tokens for elements with `data-mode` and `data-accent`, whatever mode the device prefers."""
    rules = []
    for part in parts:
        light, _media, dark = join([part]).partition(DARK)
        for mode, text in (("light", light), ("dark", dark)):
            rules += [f"{_within(mode, selectors)} {{{body}}}" for selectors, body in RULE.findall(text)]
    schemes = [f'[data-mode="{mode}"] {{ color-scheme: {mode}; }}' for mode in ("light", "dark")]
    return "\n".join(["@layer tokens {", *rules, *schemes, "}"]) + "\n"


def _within(mode: str, selectors: str) -> str:
    holder = f'[data-mode="{mode}"]'
    found = []
    for selector in selectors.strip().split(", "):
        found += [holder] if selector == ":root" else [f"{holder}{selector}", f"{holder} {selector}"]
    return ", ".join(found)


def _texts(paths: Iterable[Path]) -> Iterator[str]:
    return (path.read_text(encoding="utf-8") for path in paths)


GENERATED: dict[str, Callable[[], str]] = {
    STYLESHEET: lambda: packed(join(_texts(part_paths()))),
    MODES: lambda: modes(_texts(part_paths(TOKEN_PARTS))),
}


class StylesheetFinder(BaseFinder):
    """Serves what is generated, for the development server and for collectstatic."""

    def __init__(self, *args, **kwargs):
        self.storage = FileSystemStorage(location=settings.DATA_DIR / "generated")

    def check(self, **kwargs):
        return []

    def find(self, path: str, find_all: bool = False, **kwargs) -> str | list[str]:
        if path not in GENERATED:
            return []
        found = str(self.write(path))
        return [found] if find_all else found

    def list(self, ignore_patterns: list[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        for path in GENERATED:
            self.write(path)
            yield path, self.storage

    def write(self, path: str) -> Path:
        """Write the file if a part has changed; another process may be reading it meanwhile."""
        text = GENERATED[path]()
        target = Path(self.storage.path(path))
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = target.with_suffix(f".{os.getpid()}")
            draft.write_text(text, encoding="utf-8")
            draft.replace(target)
        return target
