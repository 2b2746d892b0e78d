"""The drawing of share images: letters that fit, the size of the file, and colours that can be read."""

import io
from random import Random

import pytest
from PIL import Image, ImageChops

from sites.drawing import lettering, vector
from sites.drawing.encoding import jpeg_within
from sites.drawing.palette import ALARM, GOLD, INK, INK_SOFT, PRESETS, WAX
from sites.drawing.share_card import MOST_BYTES, SIZE, TITLE_ROOM, Label, ShareCard, draw_card
from tests.sites.test_stylesheet import contrast, palette

pytestmark = pytest.mark.once

TITLES = [
    "Desa Kemiren",
    "Air bersih Dusun Krajan dimatikan Kamis pagi",
    "Pembangunan saluran irigasi tersier " * 7 + "sel",
    "x" * 255,
    "🌊🌊 Banjir 🚨",
    "🎉" * 20,
    "ꦧꦚꦸꦮꦔꦶ",
    "Café “Osing” – kopi & gula…",
    "\u202eterbalik\x00\x07\ttab",
    "",
]


def card(title="Kerja bakti", **values) -> ShareCard:
    values = {
        "site_name": "Desa Kemiren",
        "subtitle": "Kecamatan Glagah, Banyuwangi",
        "accent": "kopi",
        **values,
    }
    return ShareCard(title, **values)


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def differ(one: bytes, other: bytes) -> bool:
    return ImageChops.difference(opened(one), opened(other)).getbbox() is not None


def noise(size=(1600, 1200)) -> Image.Image:
    return Image.frombytes("RGB", size, Random(1).randbytes(size[0] * size[1] * 3))


@pytest.mark.parametrize("title", TITLES)
def test_any_title_is_drawn_as_a_light_jpeg_of_the_size_messengers_want(title):
    content = draw_card(card(title, label=Label("Penting", "important")))
    assert len(content) <= MOST_BYTES == 100_000
    with opened(content) as image:
        assert (image.format, image.size, image.mode) == ("JPEG", SIZE, "RGB")
        assert not image.getexif()


@pytest.mark.parametrize("accent", PRESETS)
def test_each_accent_gives_a_card_on_its_own_cloth(accent):
    cloth = PRESETS[accent][1]
    pixel = opened(draw_card(card(accent=accent))).getpixel((20, 20))
    assert all(abs(a - b) < 12 for a, b in zip(pixel, bytes.fromhex(cloth[1:]), strict=True))


def test_a_picture_full_of_noise_still_fits():
    assert len(draw_card(card(picture="x.jpg"), noise())) <= MOST_BYTES
    assert len(jpeg_within(noise((400, 300)), 10_000)) <= 10_000


def test_a_picture_is_cropped_and_a_transparent_one_stands_on_white():
    red = Image.new("RGB", (400, 1600), "#c02020")
    pixel = opened(draw_card(card(picture="x.jpg"), red)).getpixel((600, 200))
    assert pixel[0] > 150 and pixel[1] < 70
    clear = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    assert min(opened(draw_card(card(picture="x.webp"), clear)).getpixel((600, 200))) > 250


@pytest.mark.parametrize(
    "other",
    [
        card("Lain"),
        card(site_name="Desa Lain"),
        card(subtitle="Kecamatan Licin, Banyuwangi"),
        card(label=Label("Penting", "important")),
        card(label=Label("Penting", "emergency")),
        card(accent="naga"),
    ],
)
def test_whatever_is_drawn_is_in_the_picture_and_in_the_digest(other):
    assert card().digest != other.digest
    assert differ(draw_card(card()), draw_card(other))


def test_equal_cards_have_the_same_digest_and_the_same_picture():
    assert card().digest == card().digest
    assert draw_card(card()) == draw_card(card())
    digests = {card(picture="a.jpg").digest, card(picture="b.jpg").digest, card(logo="a.png").digest}
    assert len({*digests, card(picture="a.jpg", focus=(0.2, 0.5)).digest}) == 4


def test_a_logo_takes_the_place_of_the_mark():
    logo = Image.new("RGBA", (60, 120), "#208020")
    assert differ(draw_card(card()), draw_card(card(), logo=logo))


@pytest.mark.parametrize("title", TITLES)
def test_a_title_takes_at_most_three_lines_and_none_is_wider_than_its_room(title):
    setting = lettering.fitted(lettering.writable(title), TITLE_ROOM, 800, range(104, 43, -4), 3)
    assert len(setting.lines) <= 3
    assert all(lettering.width(line, setting.size, 800) <= TITLE_ROOM for line in setting.lines)


def test_a_short_title_is_larger_than_a_long_one_and_only_what_does_not_fit_is_cut():
    short, long, endless = (
        lettering.fitted(title, TITLE_ROOM, 800, range(104, 43, -4), 3)
        for title in (TITLES[0], TITLES[1], TITLES[2].strip())
    )
    assert short.size > long.size > endless.size
    assert " ".join(long.lines) == TITLES[1]
    assert endless.lines[-1].endswith("…")


def test_what_the_font_cannot_write_is_replaced_or_left_out():
    needed = "ABCXYZabcxyz0123456789 .,:;!?()/-–“”‘’…&+%é"
    assert set(needed) <= lettering.letters()
    assert lettering.writable("Nǎga 🐉 Ijen‑Bali\xadku") == "Naga Ijen-Baliku"
    assert lettering.writable("🎉") == ""
    assert set(lettering.writable("".join(map(chr, range(0x20, 0x3000))))) <= lettering.letters()


def test_bold_letters_are_wider_than_regular_ones():
    assert lettering.width("Banyuwangi", 60, 800) > lettering.width("Banyuwangi", 60, 400)


def test_our_drawings_are_read_whole():
    motif = vector.shapes("motif/gajah-oling.svg")
    assert {"wax", "gold", "currentColor"} <= {shape.style.fill for shape in motif}
    points = [point for shape in motif for line in shape.lines for point in line]
    assert all(-100 < x < 100 and -100 < y < 100 for x, y in points)


@pytest.mark.parametrize("accent", PRESETS)
def test_the_colours_of_pictures_are_those_of_the_stylesheet_and_can_be_read(accent):
    tokens = palette(accent, dark=False)
    colour, cloth, thread, tint = PRESETS[accent]
    assert (colour, cloth, thread, tint) == tuple(
        tokens[name] for name in ("accent", "cloth", "thread", "tint")
    )
    pairs = [
        (WAX, cloth),
        (cloth, thread),
        (INK, GOLD),
        (WAX, ALARM),
        (INK, WAX),
        (INK_SOFT, WAX),
        (WAX, colour),
    ]
    assert all(contrast(ink, ground) >= 4.5 for ink, ground in pairs)
