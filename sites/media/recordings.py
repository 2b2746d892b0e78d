"""Whether a recording is what its name says: read from the structure of the file, nothing is decoded."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.core.files import File

from .complaints import DAMAGED, NO_PICTURE, ONLY_SOUND, WRONG_CONTENT

# Kilobits in a second by the four bits of a frame's head, for layer III of MPEG 1 and of MPEG 2.
MP3_BITRATES = (
    (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
)
# By the two bits for the version: 2.5, reserved, 2, 1.
MP3_RATES = ((11025, 12000, 8000), (), (22050, 24000, 16000), (44100, 48000, 32000))
MPEG_1 = 3
MP3_SEARCHED = 4096  # bytes after the tags in which the first frame must begin
MP3_FRAMES = 3  # that must follow one another, as far as the file goes
OGG_SOUND = (b"OpusHead", b"\x01vorbis", b"\x7fFLAC", b"Speex   ")
WEBM_VIDEO = (b"V_VP8", b"V_VP9", b"V_AV1")
WEBM_HEAD = 64 * 1024  # bytes in which the list of tracks stands


def check_mp3(file: File, content: bytes, mark: str) -> None:
    """Frames that follow one another, after tags with title and cover."""
    start = _after_tags(content)
    if start >= len(content):
        raise ValidationError(DAMAGED, code="damaged")
    searched = range(start, min(start + MP3_SEARCHED, len(content) - 4))
    if not any(_frames_from(content, place) for place in searched):
        raise ValidationError(WRONG_CONTENT, code="content")


def _after_tags(content: bytes) -> int:
    """Where the sound begins: each tag says in four times seven bits how long it is."""
    start = 0
    while content[start : start + 3] == b"ID3" and len(content) >= start + 10:
        size = 0
        for byte in content[start + 6 : start + 10]:
            size = size << 7 | byte & 0x7F
        start += 10 + size
    return start


def _frames_from(content: bytes, place: int) -> bool:
    for number in range(MP3_FRAMES):
        length = _frame_length(content[place : place + 4])
        if not length:
            return False
        place += length
        if place + 4 > len(content):
            return number > 0
    return True


def _frame_length(head: bytes) -> int:
    """Length of the frame of layer III that begins with these four bytes; 0 where none does."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return 0
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    bitrate, rate, padding = head[2] >> 4, head[2] >> 2 & 3, head[2] >> 1 & 1
    if layer != 1 or bitrate in (0, 15) or rate == 3 or not MP3_RATES[version]:
        return 0
    is_first = version == MPEG_1
    kilobits = MP3_BITRATES[0 if is_first else 1][bitrate]
    return (144 if is_first else 72) * kilobits * 1000 // MP3_RATES[version][rate] + padding


def check_mp4(file: File, content: bytes, mark: str) -> None:
    """Boxes that fill the file; `mark` is the kind of track that it must have: "soun" or "vide"."""
    if content[4:8] != b"ftyp":
        raise ValidationError(WRONG_CONTENT, code="content")
    boxes = dict(_boxes(content))
    if b"moov" not in boxes or not boxes.keys() & {b"mdat", b"moof"}:
        raise ValidationError(DAMAGED, code="damaged")
    tracks = _tracks(boxes[b"moov"])
    if mark == "vide" and b"vide" not in tracks:
        raise ValidationError(NO_PICTURE, code="no_picture")
    if mark == "soun" and b"vide" in tracks:
        raise ValidationError(ONLY_SOUND, code="only_sound")
    if mark.encode() not in tracks:
        raise ValidationError(WRONG_CONTENT, code="content")


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The boxes of the file, each with its name; raises where one is longer than what is left."""
    place = 0
    while place + 8 <= len(content):
        size, name, head = int.from_bytes(content[place : place + 4]), content[place + 4 : place + 8], 8
        if size == 1:  # too long for four bytes
            size, head = int.from_bytes(content[place + 8 : place + 16]), 16
        elif size == 0:  # to the end of the file
            size = len(content) - place
        if size < head or place + size > len(content):
            raise ValidationError(DAMAGED, code="damaged")
        yield name, content[place + head : place + size]
        place += size


def _tracks(moov: bytes) -> set[bytes]:
    """What the handlers of the tracks say that they hold."""
    return {part[8:12] for part in moov.split(b"hdlr")[1:]}


def check_ogg(file: File, content: bytes, mark: str) -> None:
    """Pages whose first ones, one for each stream, tell of sound only."""
    heads = list(_first_packets(content))
    if not heads or not any(head.startswith(OGG_SOUND) for head in heads):
        raise ValidationError(WRONG_CONTENT, code="content")
    if any(head.startswith((b"\x80theora", b"BBCD\x00", b"\x4fVP80")) for head in heads):
        raise ValidationError(ONLY_SOUND, code="only_sound")


def _first_packets(content: bytes) -> Iterator[bytes]:
    place, begins = 0, 0x02
    while content[place : place + 4] == b"OggS" and place + 27 <= len(content):
        if not content[place + 5] & begins:
            return
        segments = content[place + 26]
        start = place + 27 + segments
        size = sum(content[place + 27 : start])
        if start + size > len(content):
            raise ValidationError(DAMAGED, code="damaged")
        yield content[start : start + size]
        place = start + size


def check_webm(file: File, content: bytes, mark: str) -> None:
    """A Matroska file that calls itself WebM, with a picture that browsers know."""
    if not content.startswith(b"\x1a\x45\xdf\xa3") or b"\x42\x82\x84webm" not in content[:64]:
        raise ValidationError(WRONG_CONTENT, code="content")
    if not any(codec in content[:WEBM_HEAD] for codec in WEBM_VIDEO):
        raise ValidationError(NO_PICTURE, code="no_picture")
