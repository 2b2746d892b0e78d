"""A drawing surface in units of a hundredth of the picture's height, smooth through oversampling."""

import io
import math
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

Point = tuple[float, float]

OVERSAMPLING = 2
LARGEST_BYTES = 240_000


def placed(points: Sequence[Point], x: float, y: float, scale: float, angle: float = 0) -> list[Point]:
    """Scale and turn (degrees, clockwise) points around their origin, then move the origin to x, y."""
    cos, sin = math.cos(math.radians(angle)) * scale, math.sin(math.radians(angle)) * scale
    return [(x + px * cos - py * sin, y + px * sin + py * cos) for px, py in points]


def mix(first: str, second: str, share: float) -> str:
    """Blend two #rrggbb colours; `share` is how much of the second there is, 0 to 1."""
    pairs = zip(bytes.fromhex(first[1:]), bytes.fromhex(second[1:]), strict=True)
    return "#" + bytes(round(a + (b - a) * share) for a, b in pairs).hex()


class Canvas:
    """`height` is always 100 units, `width` follows from the size in pixels."""

    height = 100.0

    def __init__(self, size: tuple[int, int], ground: str):
        self.size = size
        self.unit = size[1] * OVERSAMPLING / self.height
        self.width = self.height * size[0] / size[1]
        self.image = Image.new("RGB", (size[0] * OVERSAMPLING, size[1] * OVERSAMPLING), ground)
        self.draw = ImageDraw.Draw(self.image)

    def _pixels(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.unit, y * self.unit) for x, y in points]

    def polygon(self, points: Sequence[Point], fill: str) -> None:
        self.draw.polygon(self._pixels(points), fill=fill)

    def stroke(self, points: Sequence[Point], fill: str, width: float) -> None:
        """Draw a line with round ends and joints: a bar for each piece, a dot on each point.

        Pillow's own thick lines start and end on whole pixels, which shows on short pieces.
        """
        half = width / 2
        for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
            if length := math.hypot(x1 - x0, y1 - y0):
                dx, dy = (y1 - y0) / length * half, (x0 - x1) / length * half
                self.polygon(
                    [(x0 + dx, y0 + dy), (x1 + dx, y1 + dy), (x1 - dx, y1 - dy), (x0 - dx, y0 - dy)], fill
                )
        for x, y in points:
            self.dot(x, y, half, fill)

    def dot(self, x: float, y: float, radius: float, fill: str) -> None:
        box = [(x - radius) * self.unit, (y - radius) * self.unit]
        box += [(x + radius) * self.unit, (y + radius) * self.unit]
        self.draw.ellipse(box, fill=fill)

    def box(self, left: float, top: float, right: float, bottom: float, fill: str) -> None:
        self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], fill)

    def label(self, text: str, ground: str, ink: str) -> None:
        """Write a line on a small plate, low in the middle, where no cropping cuts it off."""
        font = ImageFont.load_default(4.2 * self.unit)
        left, top, right, bottom = self.draw.textbbox((0, 0), text, font=font)
        wide, high, pad = right - left, bottom - top, 1.6 * self.unit
        x, y = (self.width * self.unit - wide) / 2, (self.height - 5) * self.unit - pad - high
        plate = (x - 1.4 * pad, y - pad, x + wide + 1.4 * pad, y + high + pad)
        self.draw.rounded_rectangle(plate, pad, fill=ground)
        self.draw.text((x - left, y - top), text, font=font, fill=ink)

    def picture(self) -> Image.Image:
        """Return the drawing in its final size."""
        return self.image.resize(self.size, Image.Resampling.BOX)

    def jpeg(self) -> bytes:
        """Return the picture in its final size, lighter in quality when it would be heavy."""
        picture = self.picture()
        for quality in (84, 76, 68, 58):
            file = io.BytesIO()
            picture.save(file, "JPEG", quality=quality)
            if file.tell() <= LARGEST_BYTES:
                break
        return file.getvalue()
