"""Bytes of WebP, JPEG and AVIF at equal likeness to the picture, in the widths that readers get.

    .venv/bin/python -m benchmarks.pictures [folder with photographs]

Likeness is SSIM of the luminance in blocks of 8 × 8 pixels: 1 is the same picture. Each picture is made
smaller first, as for readers, and what comes out of an encoder is compared with that. For each width the
AVIF quality is found that is as like as the WebP of today. Without a folder the demo's drawings are taken.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from PIL import Image, ImageMath

from benchmarks import results
from sites.demo.drawing import SCENES
from sites.demo.pictures import draw_sample

WIDTHS = (360, 720, 1080)  # as in sites/media/renditions.py
# JPEG and WebP as Wagtail makes them.
CANDIDATES = {
    "jpeg": [76],
    "webp": [80],
    "avif": [40, 45, 50, 55, 58, 61, 64, 67, 70, 75, 80],
}
STANDARD = ("webp", 80)
ACCENTS = ("gandrung", "pesisir")
SUFFIXES = {".jpg", ".jpeg", ".png", ".webp"}
BLOCK = 8
STEADY_MEAN, STEADY_SPREAD = (0.01 * 255) ** 2, (0.03 * 255) ** 2  # the constants of SSIM


class Encoded(NamedTuple):
    size: int  # bytes
    likeness: float


def main(folder: Path | None) -> None:
    pictures = list(photographs(folder) if folder else drawings())
    found = measure(pictures)
    rows, figures = [], {}
    for width in WIDTHS:
        standard = found[width, *STANDARD]
        for file_format, qualities in CANDIDATES.items():
            for quality in qualities:
                one = found[width, file_format, quality]
                share = f"{one.size / standard.size:.2f}"
                rows.append([f"{width} {file_format} {quality}", one.size, share, f"{one.likeness:.4f}"])
                figures[f"{width} {file_format} {quality}"] = one._asdict()
        figures[f"{width} as like as WebP"] = quality = as_like(found, width)
        rows.append([f"{width} as like as WebP: avif {quality}", "", "", ""])
    source = "photographs" if folder else "drawings"
    print(results.table([f"{len(pictures)} {source}", "bytes", "of WebP", "SSIM"], rows))
    results.write(f"pictures-{source}", figures)


def drawings() -> Iterator[Image.Image]:
    """Each scene of the demo, by day and by night."""
    for accent in ACCENTS:
        for theme in SCENES:
            for night in (False, True):
                yield opened(BytesIO(draw_sample(1, accent, "", theme=theme, night=night)))


def photographs(folder: Path) -> Iterator[Image.Image]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES:
            yield opened(path)


def opened(source) -> Image.Image:
    with Image.open(source) as picture:
        return picture.convert("RGB")


def measure(pictures: list[Image.Image]) -> dict[tuple[int, str, int], Encoded]:
    """The mean of all pictures for each width, format and quality."""
    found = defaultdict(list)
    for picture in pictures:
        for width in WIDTHS:
            small = picture.resize((width, round(picture.height * width / picture.width)), Image.LANCZOS)
            for file_format, qualities in CANDIDATES.items():
                for quality in qualities:
                    found[width, file_format, quality].append(encode(small, file_format, quality))
    return {key: Encoded(round(mean(sizes)), mean(likes)) for key, (sizes, likes) in columns(found)}


def columns(found: dict) -> Iterator[tuple]:
    for key, values in found.items():
        yield key, zip(*values, strict=True)


def encode(picture: Image.Image, file_format: str, quality: int) -> Encoded:
    options = {"progressive": True, "optimize": True} if file_format == "jpeg" else {}
    output = BytesIO()
    picture.save(output, file_format, quality=quality, **options)
    return Encoded(output.tell(), likeness(picture, opened(output)))


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Return the mean SSIM of two pictures of one size."""
    x, y = (picture.convert("L").convert("F") for picture in (one, other))
    means = {name: blocks(picture) for name, picture in (("x", x), ("y", y))}
    squares = {"xx": product(x, x), "yy": product(y, y), "xy": product(x, y)}
    parts = means | {name: blocks(picture) for name, picture in squares.items()}
    # One pixel that is the mean of all.
    return ImageMath.lambda_eval(ssim, **parts).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))


def blocks(picture: Image.Image) -> Image.Image:
    return picture.reduce(BLOCK)


def product(one: Image.Image, other: Image.Image) -> Image.Image:
    return ImageMath.lambda_eval(lambda args: args["one"] * args["other"], one=one, other=other)


def ssim(args: dict):
    x, y = args["x"], args["y"]
    together, spread = args["xy"] - x * y, args["xx"] - x * x + args["yy"] - y * y
    means = (x * y * 2 + STEADY_MEAN) / (x * x + y * y + STEADY_MEAN)
    return means * (together * 2 + STEADY_SPREAD) / (spread + STEADY_SPREAD)


def as_like(found: dict[tuple[int, str, int], Encoded], width: int) -> int:
    """Return the least AVIF quality that is as like as the standard; the greatest tried if none is."""
    least = found[width, *STANDARD].likeness
    alike = [quality for quality in CANDIDATES["avif"] if found[width, "avif", quality].likeness >= least]
    return min(alike, default=max(CANDIDATES["avif"]))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else None)
