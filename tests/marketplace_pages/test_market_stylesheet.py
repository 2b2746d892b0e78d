"""The second stylesheet, which only pages of the market load."""

import gzip
import re

import pytest
from django.conf import settings

from tests.factories.marketplace import make_business, make_product

pytestmark = pytest.mark.once

PATH = settings.BASE_DIR / "static" / "css" / "market.css"
MOST = 3584


def test_it_is_small():
    assert len(gzip.compress(PATH.read_bytes(), 9)) <= MOST


def test_its_rules_stand_in_the_layers_of_the_first_and_load_nothing():
    text = PATH.read_text(encoding="utf-8")
    assert set(re.findall(r"^@layer (\w+)", text, re.MULTILINE)) <= {"parts", "print"}
    assert "url(" not in text and "@import" not in text


def test_none_of_its_rules_is_without_use():
    text = re.sub(r"/\*.*?\*/", "", PATH.read_text(encoding="utf-8"), flags=re.DOTALL)
    base = settings.BASE_DIR
    sources = [*(base / "templates").rglob("*.html"), *(base / "static" / "js").rglob("*.js")]
    named = set(re.findall(r"[\w-]+", "\n".join(path.read_text(encoding="utf-8") for path in sources)))
    assert not set(re.findall(r"\.([a-z][\w-]*)", text)) - named


@pytest.mark.parametrize("path", ["/pasar/dapur-contoh/", "/pasar/dapur-contoh/bagiak-jahe/"])
def test_pages_of_the_market_load_it_and_other_pages_do_not(kemiren, get, path):
    make_product(make_business(kemiren))
    link = 'href="/static/css/market.css"'
    assert link in get("kemiren.localhost", path).text
    assert link not in get("kemiren.localhost", "/").text


@pytest.mark.django_db
def test_the_pages_are_light(kemiren, get):
    make_product(make_business(kemiren, latitude=-8.2, longitude=114.3))
    for path in ("/pasar/dapur-contoh/", "/pasar/dapur-contoh/bagiak-jahe/"):
        assert len(gzip.compress(get("kemiren.localhost", path).content, 9)) <= 8 * 1024


def test_its_scripts_are_small_and_write_no_markup():
    scripts = [settings.BASE_DIR / "static" / "js" / name for name in ("basket.js", "zoom.js")]
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in scripts) <= 4 * 1024
    assert not any("innerHTML" in path.read_text(encoding="utf-8") for path in scripts)
