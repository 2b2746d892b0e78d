"""Files as people (and attackers) bring them, made on the spot."""

import struct
import zipfile
import zlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ExifTags, Image


def encoded(picture: Image.Image, file_format: str, **options) -> bytes:
    output = BytesIO()
    picture.save(output, file_format, **options)
    return output.getvalue()


def photo(size=(64, 48), colour=(200, 40, 40), mode="RGB") -> Image.Image:
    return Image.new(mode, size, colour)


def jpeg(size=(64, 48), **options) -> bytes:
    return encoded(photo(size), "JPEG", **options)


def png(size=(64, 48), **options) -> bytes:
    return encoded(photo(size), "PNG", **options)


def phone_photo(size=(640, 480), orientation=6) -> bytes:
    """A JPEG whose left half is red and whose right half is blue, with the EXIF a phone writes."""
    picture = photo(size, "red")
    picture.paste("blue", (size[0] // 2, 0, size[0], size[1]))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "Kampung Phone"
    exif[ExifTags.IFD.GPSInfo] = {1: "S", 2: (8.0, 13.0, 7.0), 3: "E", 4: (114.0, 22.0, 3.0)}
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Kampung secret</x:xmpmeta>"
    return encoded(picture, "JPEG", exif=exif, comment=b"Kampung comment", xmp=xmp)


def png_bomb(width=60_000, height=60_000) -> bytes:
    """A PNG of under a hundred bytes that claims billions of pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0"))
        + chunk(b"IEND", b"")
    )


def archive(members: dict[str, bytes | str], compression=zipfile.ZIP_DEFLATED) -> bytes:
    output = BytesIO()
    with zipfile.ZipFile(output, "w", compression) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return output.getvalue()


def docx(**extra: bytes) -> bytes:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    return archive({"[Content_Types].xml": types, "word/document.xml": "<w:document/>", **extra})


def odt(**extra: bytes) -> bytes:
    members = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<office/>"}
    return archive(members | extra)


def old_office(*streams: str, text: str = "") -> bytes:
    """The container of Word and Excel until 2003: a header, a directory of streams, and the text."""
    directory = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + directory + text.encode("utf-16-le")


def pdf() -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n"


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def mp3(frames: int = 8, tag: bytes = b"") -> bytes:
    """Silence: frames of 128 kbit/s at 44.1 kHz, after a tag of this content."""
    head = b"ID3\x04\x00\x00" + bytes(len(tag) >> shift & 0x7F for shift in (21, 14, 7, 0)) + tag
    return (head if tag else b"") + (b"\xff\xfb\x90\x00" + bytes(413)) * frames


def mp4(*tracks: bytes, brand: bytes = b"isom") -> bytes:
    """A file with a track for each handler: b"vide", b"soun"."""
    handlers = b"".join(box(b"trak", box(b"hdlr", bytes(8) + kind + bytes(13))) for kind in tracks)
    return box(b"ftyp", brand + bytes(4)) + box(b"moov", handlers) + box(b"mdat", bytes(64))


def box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + name + content


def ogg(*streams: bytes) -> bytes:
    """The first page of each stream, then one of sound."""
    firsts = b"".join(ogg_page(head, begins=True) for head in streams)
    return firsts + ogg_page(bytes(40))


def ogg_page(packet: bytes, begins: bool = False) -> bytes:
    return b"OggS\x00" + (b"\x02" if begins else b"\x00") + bytes(20) + bytes([1, len(packet)]) + packet


def webm(codec: bytes = b"V_VP9", kind: bytes = b"webm") -> bytes:
    return b"\x1a\x45\xdf\xa3\x8b\x42\x82\x84" + kind + bytes(8) + b"\x86\x85" + codec + bytes(64)
