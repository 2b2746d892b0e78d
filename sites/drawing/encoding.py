"""Writes pictures within a number of bytes."""

import io

from PIL import Image, ImageFilter

QUALITIES = (86, 80, 72, 64, 54, 44)
BLURS = (1.5, 3, 6, 12, 24)  # pixels


def jpeg_within(image: Image.Image, most_bytes: int) -> bytes:
    """Return a JPEG of at most that size: lighter in quality first, then ever softer, until it fits.

    A size that not even a blur reaches is left behind.
    """
    for blur in (0, *BLURS):
        softer = image.filter(ImageFilter.GaussianBlur(blur)) if blur else image
        for quality in QUALITIES:
            content = _jpeg(softer, quality)
            if len(content) <= most_bytes:
                return content
    return content


def _jpeg(image: Image.Image, quality: int) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
    return file.getvalue()
