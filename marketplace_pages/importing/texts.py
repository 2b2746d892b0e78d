"""A description in a cell, and the same as blocks of a page."""

import re
from html import unescape
from uuid import uuid4

from django.utils.html import escape

# All that a plain text has of HTML; whatever holds more was made in the editor.
TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
PLAIN_TAGS = {"p", "br"}


def body_of(text: str) -> list[dict]:
    """One block with the paragraphs of a text; whatever looks like a tag is text."""
    return [{"type": "paragraph", "id": str(uuid4()), "value": _html(text)}] if text else []


def _html(text: str) -> str:
    paragraphs = (part.strip() for part in re.split(r"\n\s*\n", text))
    return "".join(f"<p>{escape(part).replace(chr(10), '<br/>')}</p>" for part in paragraphs if part)


def tidy(text: str) -> str:
    """A text as it comes back from a page: no spaces at its ends, one empty line between paragraphs."""
    return "\n\n".join(part.strip() for part in re.split(r"\n\s*\n", text.strip()) if part.strip())


def text_of(body) -> str:
    """The text of a stream of paragraphs, without what a cell can't hold."""
    parts = [_text(str(block.value.source)) for block in body if block.block_type == "paragraph"]
    return "\n\n".join(part for part in parts if part)


def is_plain(body) -> bool:
    """Whether a stream holds nothing but what `text_of` gives."""
    return all(
        block.block_type == "paragraph"
        and all(tag[1] in PLAIN_TAGS for tag in TAG.findall(block.value.source))
        for block in body
    )


def _text(html: str) -> str:
    html = re.sub(r"<br\s*/?>", "\n", html)
    html = re.sub(r"</(?:p|h\d|li|ul|ol)>", "\n\n", html)
    return tidy(unescape(TAG.sub("", html)))
