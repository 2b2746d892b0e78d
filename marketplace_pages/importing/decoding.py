"""From the bytes of a text file to letters, whatever program has written them."""

import codecs
import re

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# No text holds these; a picture or a program does at once.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
LOOKED_AT = 2_000


class Undecodable(ValueError):
    """The bytes are no text in any way that is understood here."""


def decode(data: bytes) -> str:
    """Understands UTF-8 with and without a mark, UTF-16, and Windows-1252. Raises `Undecodable`."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not CONTROLS.search(text):
            return text
    raise Undecodable


def _encodings(data: bytes) -> list[str]:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return [encoding]
    head = data[:LOOKED_AT]
    if b"\x00" in head:
        # Latin letters in UTF-16 have a zero in nearly every second byte; which one says the order.
        little, big = head[1::2].count(0), head[::2].count(0)
        is_text = max(little, big) > len(head) / 4
        return ["utf-16-le" if little >= big else "utf-16-be"] if is_text else []
    return ["utf-8", "cp1252"]
