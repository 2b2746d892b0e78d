"""The picture beside a link to a product: its photo, its name and its price."""

import io
import re

import pytest
from PIL import Image

from marketplace_pages.models import ProductPage
from sites.drawing.share_card import CLOTH_WIDTH, Label, ShareCard, draw_card
from sites.models import VillageImage
from tests.factories.marketplace import make_business, make_product
from tests.factories.sites import make_media

pytestmark = pytest.mark.once

HOST, PATH = "kemiren.localhost", "/pasar/dapur-contoh/bagiak-jahe/"
CARD = ShareCard(
    "Bagiak jahe", "Desa Kemiren", "Kecamatan Glagah", "kopi", Label("Rp 18.000"), is_beside=True
)
SOME = Image.new("RGB", (800, 600), "#ff8800")


def address(get) -> str:
    return re.search(r'"og:image" content="http://[^/]+(/[^"]+)"', get(HOST, PATH).text)[1]


@pytest.fixture
def product(kemiren):
    picture = make_media(VillageImage, kemiren, "Bagiak")
    return make_product(make_business(kemiren), listing_image=picture)


@pytest.mark.django_db
def test_it_is_a_jpeg_of_the_size_that_messengers_want(product, get):
    answer = get(HOST, address(get))
    content = answer.getvalue()
    picture = Image.open(io.BytesIO(content))
    assert (answer["Content-Type"], picture.format, picture.size) == ("image/jpeg", "JPEG", (1200, 630))
    assert len(content) <= 100_000


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change", [{"price_from_rupiah": 25_000}, {"title": "Bagiak kacang"}, {"listing_image": None}]
)
def test_another_price_name_or_photo_makes_another_one(product, get, change):
    before = address(get)
    first = get(HOST, before).getvalue()
    ProductPage.objects.filter(pk=product.pk).update(**change)
    assert address(get) != before
    assert get(HOST, address(get)).getvalue() != first
    assert get(HOST, before)["Location"] == address(get)


@pytest.mark.django_db
def test_its_description_says_what_is_written_on_it(product, get):
    said = re.search(r'"og:image:alt" content="([^"]+)"', get(HOST, PATH).text)[1]
    assert said.startswith("Bagiak jahe, Rp\u00a018.000")


def drawn(card) -> Image.Image:
    return Image.open(io.BytesIO(draw_card(card, SOME))).convert("RGB")


def test_the_photo_stands_at_the_right_and_the_words_on_cloth_at_the_left():
    picture = drawn(CARD)
    right, left = picture.getpixel((CLOTH_WIDTH + 200, 200)), picture.getpixel((20, 200))
    assert right[0] > 200 and left[0] < 60


def test_price_and_name_are_written_with_ink():
    bare = drawn(ShareCard("", "Desa Kemiren", "Kecamatan Glagah", "kopi", is_beside=True))
    words = drawn(CARD)
    box = (0, 0, CLOTH_WIDTH, 480)
    shades = [len(picture.crop(box).getcolors(1 << 19)) for picture in (words, bare)]
    assert shades[0] > shades[1] + 100


@pytest.mark.parametrize(
    "title",
    [
        "x",
        "Kemasyarakatanpemberdayaanpembangunandesa",
        "Kain batik tulis Gajah Oling untuk pengantin " * 4,
        "🍪",
    ],
)
def test_any_name_and_price_fit(title):
    card = ShareCard(title, "Desa", "Kecamatan", "soga", Label("Rp 1.250.000–Rp 12.500.000"), is_beside=True)
    assert drawn(card).getpixel((CLOTH_WIDTH + 100, 100))[0] > 200
