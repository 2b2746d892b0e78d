"""The second stylesheet, which only pages of courses load."""

import gzip
import re

import pytest
from django.conf import settings

from tests.factories.learning import make_course

pytestmark = pytest.mark.once

PATH = settings.BASE_DIR / "static" / "css" / "learning.css"
MOST = 3 * 1024


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


@pytest.mark.parametrize("tail", ["", "pelajaran-1/"])
def test_pages_of_courses_load_it_and_other_pages_do_not(kemiren, get, tail):
    make_course(kemiren)
    link = 'href="/static/css/learning.css"'
    assert link in get("kemiren.localhost", f"/belajar/bahasa-osing-dasar/{tail}").text
    assert link not in get("kemiren.localhost", "/").text
