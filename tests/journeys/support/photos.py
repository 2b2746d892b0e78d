"""A photo as a phone makes it: large, lying on its side, with the place in its EXIF."""

import io
from hashlib import sha256

from PIL import Image

ORIENTATION, GPS = 0x0112, 0x8825
ON_ITS_SIDE = 6


def phone_photo(name: str) -> bytes:
    """A photo of its own for each name: Wagtail asks back when the same one comes twice."""
    image = Image.radial_gradient("L").resize((3200, 2400)).convert("RGB")
    image.paste(tuple(sha256(name.encode()).digest()[:3]), (0, 0, 800, 800))
    exif = Image.Exif()
    exif[ORIENTATION] = ON_ITS_SIDE
    exif.get_ifd(GPS).update({1: "S", 2: (8.0, 12.0, 17.0), 3: "E", 4: (114.0, 19.0, 14.0)})
    file = io.BytesIO()
    image.save(file, "JPEG", exif=exif, quality=90)
    return file.getvalue()


def metadata(data: bytes) -> dict:
    """What a picture file says beside its pixels: EXIF and the rest of its header."""
    with Image.open(io.BytesIO(data)) as image:
        known = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression", "dpi"}
        rest = {name: value for name, value in image.info.items() if name not in known}
        return dict(image.getexif()) | rest


def size(data: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(data)) as image:
        return image.size
