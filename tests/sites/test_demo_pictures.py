"""The sample pictures: the same for the same seed, light, and free of metadata."""

import io
from itertools import combinations

import pytest
from PIL import Image

from sites.demo.pictures import THEMES, draw_sample
from sites.drawing.palette import PRESETS

pytestmark = pytest.mark.once

SMALL = (480, 320)


def opened(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture))


@pytest.mark.parametrize("theme", THEMES)
def test_the_same_seed_gives_the_same_picture_and_another_seed_another(theme):
    first, again, other = (
        draw_sample(seed, "kopi", "Contoh gambar", SMALL, theme=theme, night=True) for seed in (7, 7, 8)
    )
    assert first == again
    assert first != other


def test_themes_and_accents_differ():
    by_theme = [draw_sample(7, "kopi", "Contoh gambar", SMALL, theme=theme, night=True) for theme in THEMES]
    by_accent = [draw_sample(7, accent, "Contoh gambar", SMALL, theme="sea") for accent in PRESETS]
    for pictures in (by_theme, by_accent):
        assert all(one != another for one, another in combinations(pictures, 2))


@pytest.mark.parametrize("theme", THEMES)
def test_a_picture_is_a_light_jpeg_of_the_size_asked_for(theme):
    picture = draw_sample(3, "soga", "Contoh gambar", theme=theme)
    assert len(picture) <= 250_000
    with opened(picture) as image:
        assert image.format == "JPEG"
        assert image.size == (1600, 1067)
        image.load()


def test_a_picture_carries_no_metadata():
    with opened(draw_sample(5, "pesisir", "Contoh gambar", SMALL)) as image:
        assert not image.getexif()
        assert not {"exif", "icc_profile", "xmp", "comment"} & set(image.info)


def test_the_label_is_written_into_the_picture():
    labelled, other = (draw_sample(5, "ijen", label, SMALL) for label in ("Contoh gambar", "Sample picture"))
    assert labelled != other


def test_without_a_theme_the_seed_chooses_among_all_of_them():
    chosen = {
        theme
        for seed in range(40)
        for theme in THEMES
        if draw_sample(seed, "naga", "", (96, 64)) == draw_sample(seed, "naga", "", (96, 64), theme=theme)
    }
    assert chosen == set(THEMES)
