"""The blocks of a course for its copy: new keys, files of one's own, links that lead to the original."""

import re
from collections import defaultdict
from uuid import uuid4

from django.utils.html import escape
from wagtail.blocks import ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from sites.querysets import all_pages

from .files import FileCopier

LINK = re.compile(r"<a\b(?P<attributes>[^>]*)>(?P<text>.*?)</a>", re.DOTALL)
TYPE, KEY = re.compile(r'linktype="(\w+)"'), re.compile(r'\bid="(\d+)"')


class Unusable(Exception):
    """A block that makes no sense without the file that could not be copied."""


class StreamCopier:
    """All versions of a course are copied by the same one, so that they share their new keys."""

    def __init__(self, files: FileCopier):
        self.files = files
        self.keys: dict[str, str] = defaultdict(lambda: str(uuid4()))

    def copy(self, stream) -> list[dict]:
        """Raw data for the stream of the copy."""
        return self._of(stream.stream_block, list(stream.raw_data))

    def _of(self, block, value):
        if isinstance(block, StreamBlock):
            known = [row for row in value if row["type"] in block.child_blocks]
            return self._rows(known, lambda row: block.child_blocks[row["type"]])
        if isinstance(block, ListBlock):
            rows = [row if _is_row(row) else {"type": "item", "value": row} for row in value]
            copied = self._rows(rows, lambda row: block.child_block)
            if rows and not copied:
                raise Unusable
            return copied
        if isinstance(block, StructBlock):
            known = block.child_blocks
            return {name: self._of(known[name], inner) for name, inner in value.items() if name in known}
        if isinstance(block, RichTextBlock):
            return LINK.sub(self._link, value or "")
        return self._file(block, value)

    def _rows(self, rows: list[dict], block_of) -> list[dict]:
        """A row that would need a file which stays behind is left out; the file says so in the message."""
        copied = []
        for row in rows:
            try:
                value = self._of(block_of(row), row["value"])
            except Unusable:
                continue
            copied.append(
                {"type": row["type"], "value": value, "id": self.keys[row.get("id") or str(uuid4())]}
            )
        return copied

    def _file(self, block, value):
        if not value or not isinstance(block, ImageChooserBlock | DocumentChooserBlock):
            return value
        is_picture = isinstance(block, ImageChooserBlock)
        copy = self.files.picture(value) if is_picture else self.files.document(value)
        if copy is None and block.required:
            raise Unusable
        return copy

    def _link(self, found: re.Match) -> str:
        """A link within a text: to the copy of a document, to a page at its address, else only its words."""
        kind, key = TYPE.search(found["attributes"]), KEY.search(found["attributes"])
        if not kind:
            return found[0]
        if key and kind[1] == "document":
            copy = self.files.document(int(key[1]))
            return f'<a linktype="document" id="{copy}">{found["text"]}</a>' if copy else found["text"]
        if key and kind[1] == "page":
            page = all_pages().live().public().openable().filter(pk=key[1]).first()
            url = page.full_url if page else None
            return f'<a href="{escape(url)}">{found["text"]}</a>' if url else found["text"]
        return found["text"]


def _is_row(row) -> bool:
    return isinstance(row, dict) and row.get("type") == "item" and "value" in row
