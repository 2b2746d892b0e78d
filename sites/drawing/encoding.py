"""Writes pictures within a number of bytes."""

import io

from PIL import Image, ImageFilter

QUALITIES = (86, 80, 72, 64, 54, 44)


def jpeg_within(image: Image.Image, most_bytes: int) -> bytes:
    """Return a JPEG of at most that size: lighter in quality first, then softer, until it fits."""
    while True:
        for quality in QUALITIES:
            file = io.BytesIO()
            image.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
            if file.tell() <= most_bytes:
                return file.getvalue()
        image = image.filter(ImageFilter.GaussianBlur(1.5))
