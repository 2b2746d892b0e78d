"""What happens to an uploaded picture before anything of it is stored."""

import re
import zipfile
from io import BytesIO
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from PIL import ExifTags, Image, ImageCms
from pillow_heif import register_heif_opener

register_heif_opener()

LONGEST_SIDE = 2560
# Unless the settings say otherwise. Phones make pictures of up to 50 million pixels.
MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 64_000_000
FORMATS = {
    "jpg": {"JPEG", "MPO"},  # MPO: a JPEG with more pictures behind it, as many phones make them
    "jpeg": {"JPEG", "MPO"},
    "jfif": {"JPEG", "MPO"},
    "png": {"PNG"},
    "webp": {"WEBP"},
    "gif": {"GIF"},
    "avif": {"AVIF"},
    "heic": {"HEIF"},
}
READABLE = ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"]

# Code that has no business in a picture. Long enough not to come up by chance in megabytes of pixels.
CODE = re.compile(rb"<(\?php\s|!doctype\s|html[\s>]|script[\s/>]|iframe[\s/>])", re.IGNORECASE)
ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

NOT_A_PICTURE = _("This file is not a picture. Choose a photo (JPG, PNG, WebP, GIF, AVIF or HEIC).")
DRAWING = _("SVG drawings cannot be used, because they may contain programs. Save the drawing as PNG first.")
DAMAGED = _("The picture is damaged or incomplete. Copy it from the phone or camera again.")
DISGUISE = _("Something else is hidden in this picture file. Open the picture, save it anew and try again.")


def sanitised(file: File, name: str = "") -> tuple[bytes, str]:
    """Return the picture encoded anew, so that only its pixels are left, and the extension for it.

    It is upright, in sRGB and at most 2560 pixels long. `name` is the name it was
    uploaded with, if the file does not know it. Raises `ValidationError` with a
    text for the person who uploads.
    """
    content = _read(file)
    _refuse_disguises(content)
    picture = _opened(content, _extension(name or file.name or ""))
    try:
        picture = _upright(_shrunk(picture))
        picture = _in_srgb(picture)
        return _encoded(picture)
    except Exception as error:  # decoders raise whatever comes to them when a file is broken
        raise ValidationError(DAMAGED, code="damaged") from error


def sanitise_upload(upload: UploadedFile) -> None:
    """Replace bytes and name of an upload in place, so that no view can store what came in."""
    if is_sanitised(upload):
        return
    content, extension = sanitised(upload)
    upload.seek(0)
    upload.truncate()
    upload.write(content)
    upload.flush()
    upload.seek(0)
    upload.size = len(content)
    upload.name = str(PurePath(upload.name).with_suffix(extension))
    upload.content_type = Image.MIME[Image.EXTENSION[extension]]
    upload.is_sanitised = True


def is_sanitised(file: File) -> bool:
    return getattr(file, "is_sanitised", False)


def _read(file: File) -> bytes:
    limit = getattr(settings, "WAGTAILIMAGES_MAX_UPLOAD_SIZE", MAX_BYTES)
    file.seek(0)
    content = file.read(limit + 1)
    if len(content) > limit:
        message = gettext("The picture is too big. At most %(limit)s are possible.")
        raise ValidationError(message % {"limit": filesizeformat(limit)}, code="too_big")
    return content


def _extension(name: str) -> str:
    extension = PurePath(name).suffix.lower().lstrip(".")
    if extension in {"svg", "svgz"}:
        raise ValidationError(DRAWING, code="svg")
    if extension not in FORMATS:
        raise ValidationError(NOT_A_PICTURE, code="not_a_picture")
    return extension


def _refuse_disguises(content: bytes) -> None:
    """Refuse files that are a picture and something else at once.

    Re-encoding would remove it anyway; but who brings such a file is better told.
    """
    if content[:1024].lower().lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"<?xml", b"<svg")):
        raise ValidationError(DRAWING, code="svg")
    found = (
        CODE.search(content) is not None
        or any(signature in content for signature in ARCHIVES)
        or b"%PDF-" in content[:1024]
        or zipfile.is_zipfile(BytesIO(content))
    )
    if found:
        raise ValidationError(DISGUISE, code="disguise")


def _opened(content: bytes, extension: str) -> Image.Image:
    """Read the header only; nothing is decoded before the number of pixels is known."""
    try:
        picture = Image.open(BytesIO(content), formats=READABLE)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except Exception as error:  # as above
        raise ValidationError(NOT_A_PICTURE, code="not_a_picture") from error
    if picture.format not in FORMATS[extension]:
        message = gettext("The name says .%(extension)s, but the file is a %(format)s picture. Rename it.")
        values = {"extension": extension, "format": picture.format}
        raise ValidationError(message % values, code="wrong_name")
    if picture.width * picture.height > _max_pixels():
        raise _too_many_pixels()
    return picture


def _max_pixels() -> int:
    return getattr(settings, "WAGTAILIMAGES_MAX_IMAGE_PIXELS", MAX_PIXELS)


def _too_many_pixels() -> ValidationError:
    millions = _max_pixels() // 1_000_000
    message = gettext("The picture has too many pixels. At most %(millions)s million are possible.")
    return ValidationError(message % {"millions": millions}, code="too_many_pixels")


def _shrunk(picture: Image.Image) -> Image.Image:
    # What is a photo stays in its mode: JPEG is then decoded at a reduced size straight away.
    if picture.mode.startswith("I"):  # 16 bits of grey
        picture = picture.point(lambda value: value / 256).convert("L")
    elif picture.has_transparency_data and picture.mode != "RGBA":
        picture = picture.convert("RGBA")
    elif picture.mode not in {"L", "RGB", "RGBA", "CMYK"}:
        picture = picture.convert("RGB")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return picture


def _upright(picture: Image.Image) -> Image.Image:
    turn = TURNS.get(picture.getexif().get(ExifTags.Base.Orientation))
    return picture.transpose(turn) if turn is not None else picture


def _in_srgb(picture: Image.Image) -> Image.Image:
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture.convert(mode)
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture.convert(mode)  # a profile that does not fit: take the colours as they are


def _encoded(picture: Image.Image) -> tuple[bytes, str]:
    picture.info = {}  # encoders would copy comments and profiles from there
    output = BytesIO()
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema()[0] < 255:
        picture.save(output, "WEBP", quality=90)
        return output.getvalue(), ".webp"
    picture.convert("RGB").save(output, "JPEG", quality=85, progressive=True, optimize=True)
    return output.getvalue(), ".jpg"
