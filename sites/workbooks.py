"""What keeps an uploaded Excel file from being opened: found out before anything of it is unpacked."""

import io
import zipfile
import zlib
from xml.etree.ElementTree import ParseError

from django.utils.translation import gettext as _

# Files of Excel before 2007, and new ones with a password, begin like this.
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_UNPACKED, MOST_PARTS = 20_000_000, 200
# Whatever the reader stumbles over in a file that only looks like one of Excel.
BROKEN = (
    zipfile.BadZipFile, ParseError, zlib.error, NotImplementedError,
    KeyError, ValueError, TypeError, IndexError, AttributeError, EOFError, OSError,
)  # fmt: skip


def broken() -> str:
    return _("This file can't be read. Open it in Excel or LibreOffice, and save it as .xlsx once more.")


def complaint_about(data: bytes, most_unpacked: int = MOST_UNPACKED) -> str:
    """Why a file is not opened; empty for one that may be tried."""
    if data.startswith(OLD_OR_LOCKED):
        return _("This file has a password, or is of an old kind. Save it as .xlsx without a password.")
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return broken()
    if any(part.flag_bits & 1 for part in parts):
        return _("This file has a password, or is of an old kind. Save it as .xlsx without a password.")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > most_unpacked:
        return _("This file is too large when it is unpacked. Take out pictures and empty rows.")
    return ""
