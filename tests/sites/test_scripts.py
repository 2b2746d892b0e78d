"""The few scripts of public pages: small, ours, and only where a page uses them."""

import gzip
import re

import pytest

BUDGET_BYTES = 8 * 1024


@pytest.fixture
def scripts(settings):
    return sorted((settings.BASE_DIR / "static" / "js").glob("*.js"))


def test_all_scripts_together_stay_within_their_budget(scripts):
    assert scripts
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in scripts) <= BUDGET_BYTES


def test_scripts_load_nothing_from_elsewhere_and_write_no_markup(scripts):
    for path in scripts:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"https?://|innerHTML|outerHTML|document\.write|\beval\b", text), path


def test_scripts_are_modules_so_that_old_browsers_pass_them_by(settings):
    for path in (settings.BASE_DIR / "templates").rglob("*.html"):
        if path.is_relative_to(settings.BASE_DIR / "templates" / "wagtailadmin"):
            continue
        for tag in re.findall(r"<script\b[^>]*\bsrc=[^>]*>", path.read_text(encoding="utf-8")):
            assert 'type="module"' in tag and "{% static" in tag, path
