"""Which documents are let in: the name and the content must tell of the same allowed type."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext

from .complaints import DAMAGED, HAS_MACROS, HAS_MARKUP, WRONG_CONTENT
from .recordings import check_mp3, check_mp4, check_ogg, check_webm

MAX_BYTES = 10 * 1024 * 1024  # unless the settings say otherwise
MAX_UNPACKED_BYTES = 200_000_000
MAX_MEMBERS = 5_000
MAX_LABEL_BYTES = 500_000  # of the small member that names the type

MARKUP = re.compile(
    rb"<(\?|!doctype|/?(html|head|body|script|svg|iframe|img|a|meta|link|style|object|embed|form)\b)",
    re.IGNORECASE,
)
PROGRAM = re.compile(
    r"(vbaproject\.bin|\.(exe|dll|com|scr|bat|cmd|ps1|vbs|js|jar|msi))$|^(basic|scripts)/", re.I
)


def check_document(file: File, name: str = "") -> None:
    """Raise `ValidationError`, with a text for the person who uploads, unless the document may be offered."""
    kind = KINDS.get(PurePath(name or file.name or "").suffix.lower().lstrip("."))
    if kind is None:
        message = gettext("Files of this type cannot be offered. Possible are: %(types)s.")
        raise ValidationError(message % {"types": ", ".join(KINDS).upper()}, code="type")
    limit = getattr(settings, "WAGTAILDOCS_MAX_UPLOAD_SIZE", MAX_BYTES)
    file.seek(0)
    content = file.read(limit + 1)
    if len(content) > limit:
        message = gettext("The document is too big. At most %(limit)s are possible.")
        raise ValidationError(message % {"limit": filesizeformat(limit)}, code="too_big")
    file.seek(0)
    kind.check(file, content, kind.mark)
    file.seek(0)


def _check_pdf(file: File, content: bytes, mark: str) -> None:
    if not content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"%PDF-"):
        raise ValidationError(WRONG_CONTENT, code="content")
    if b"%%EOF" not in content[-2048:]:
        raise ValidationError(DAMAGED, code="damaged")
    if zipfile.is_zipfile(file):
        # It is opened as either, as its name says.
        raise ValidationError(WRONG_CONTENT, code="content")


def _check_text(file: File, content: bytes, mark: str) -> None:
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")  # what spreadsheets on Windows write
    if re.search(r"[\x00-\x08\x0e-\x1f\ufffd]", text):
        raise ValidationError(WRONG_CONTENT, code="content")
    if MARKUP.search(text.encode()):
        raise ValidationError(HAS_MARKUP, code="markup")


def _check_captions(file: File, content: bytes, mark: str) -> None:
    """WebVTT: text in UTF-8 whose first line begins with the name of the format."""
    _check_text(file, content, mark)
    first = content.removeprefix(b"\xef\xbb\xbf")
    if not re.match(rb"WEBVTT(?=[ \t\r\n]|$)", first) or not _is_utf8(content):
        raise ValidationError(WRONG_CONTENT, code="content")


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _check_old_office(file: File, content: bytes, mark: str) -> None:
    """Word and Excel until 2003 keep named streams in one container."""
    if not content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") or not _has_stream(content, mark):
        raise ValidationError(WRONG_CONTENT, code="content")
    if any(_has_stream(content, name) for name in ("Macros", "_VBA_PROJECT", "_VBA_PROJECT_CUR")):
        raise ValidationError(HAS_MACROS, code="macros")


def _has_stream(content: bytes, name: str) -> bool:
    """Find a name in the container's directory: its entries, unlike text, start on multiples of 128."""
    entry = name.encode("utf-16-le") + b"\0\0"
    return any(found.start() % 128 == 0 for found in re.finditer(re.escape(entry), content))


def _check_office(file: File, content: bytes, mark: str) -> None:
    """Look into the zip that today's office files are; `mark` stands in the member that names the type."""
    try:
        with zipfile.ZipFile(file) as archive:
            label = _label_of(archive)
    except (zipfile.BadZipFile, KeyError) as error:
        raise ValidationError(WRONG_CONTENT, code="content") from error
    except ValidationError:
        raise
    except Exception as error:  # unpacking raises whatever comes to it when a file is broken or locked
        raise ValidationError(DAMAGED, code="damaged") from error
    if b"macroEnabled" in label:
        raise ValidationError(HAS_MACROS, code="macros")
    if mark.encode() not in label:
        raise ValidationError(WRONG_CONTENT, code="content")


def _label_of(archive: zipfile.ZipFile) -> bytes:
    members = archive.infolist()
    # By what the file declares, before anything is unpacked.
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
        raise ValidationError(DAMAGED, code="bomb")
    if any(PROGRAM.search(member.filename) for member in members):
        raise ValidationError(HAS_MACROS, code="macros")
    name = "mimetype" if members and members[0].filename == "mimetype" else "[Content_Types].xml"
    with archive.open(name) as member:
        return member.read(MAX_LABEL_BYTES)


@dataclass(frozen=True)
class Kind:
    """A type of document that may be offered."""

    label: str  # what people call it
    content_type: str
    check: Callable[[File, bytes, str], None]
    mark: str = ""
    medium: str = ""  # of recordings: "audio" or "video"


def _open_xml(label: str, name: str) -> Kind:
    content_type = f"application/vnd.openxmlformats-officedocument.{name}"
    # The main part tells; the plain type also stands in other files, for what is embedded in them.
    return Kind(label, content_type, _check_office, f"{content_type}.main+xml")


def _open_document(name: str) -> Kind:
    content_type = f"application/vnd.oasis.opendocument.{name}"
    return Kind("OpenDocument", content_type, _check_office, content_type)


KINDS = {
    "pdf": Kind("PDF", "application/pdf", _check_pdf),
    "docx": _open_xml("Word", "wordprocessingml.document"),
    "xlsx": _open_xml("Excel", "spreadsheetml.sheet"),
    "pptx": _open_xml("PowerPoint", "presentationml.presentation"),
    "odt": _open_document("text"),
    "ods": _open_document("spreadsheet"),
    "odp": _open_document("presentation"),
    "doc": Kind("Word", "application/msword", _check_old_office, "WordDocument"),
    "xls": Kind("Excel", "application/vnd.ms-excel", _check_old_office, "Workbook"),
    "csv": Kind("CSV", "text/csv", _check_text),
    "txt": Kind("TXT", "text/plain", _check_text),
    "vtt": Kind("WebVTT", "text/vtt", _check_captions),
    "mp3": Kind("MP3", "audio/mpeg", check_mp3, medium="audio"),
    "m4a": Kind("M4A", "audio/mp4", check_mp4, "soun", "audio"),
    "ogg": Kind("OGG", "audio/ogg", check_ogg, medium="audio"),
    "oga": Kind("OGG", "audio/ogg", check_ogg, medium="audio"),
    "mp4": Kind("MP4", "video/mp4", check_mp4, "vide", "video"),
    "webm": Kind("WebM", "video/webm", check_webm, medium="video"),
}
