"""Pictures that publishing makes, kept by what they are made of: later tests need not make them again."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from unittest import mock

from django.conf import settings
from django.core.files import File
from PIL import Image
from wagtail.images.models import Filter

from sites.discovery import share_images


@contextmanager
def drawn_once() -> Iterator[None]:
    """The pictures that are shown beside links."""
    draw, drawn = share_images.draw_card, {}

    def draw_once(card, picture: Image.Image | None = None, logo: Image.Image | None = None) -> bytes:
        key = card, _points(picture), _points(logo)
        if key not in drawn:
            drawn[key] = draw(card, picture, logo)
        return drawn[key]

    with mock.patch.object(share_images, "draw_card", draw_once):
        yield


@contextmanager
def encoded_once() -> Iterator[None]:
    """The sizes and formats of pictures; those whose file is read only then are made each time."""
    run, encoded = Filter.run, {}

    def run_once(self, image, output, source: File | None = None):
        if source is None:
            return run(self, image, output, source)
        key = _digest(source.read()), self.get_cache_key(image), self.spec, _qualities()
        source.seek(0)
        if key in encoded:
            kind, content = encoded[key]
            output.write(content)
            return kind(output)
        made = run(self, image, output, source)
        made.f.seek(0)
        encoded[key] = type(made), made.f.read()
        return made

    with mock.patch.object(Filter, "run", run_once):
        yield


def _points(picture: Image.Image | None) -> tuple | None:
    return picture and (picture.mode, picture.size, _digest(picture.tobytes()))


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).digest()


def _qualities() -> tuple:
    names = ("JPEG", "WEBP", "AVIF")
    return tuple(getattr(settings, f"WAGTAILIMAGES_{name}_QUALITY", None) for name in names)
