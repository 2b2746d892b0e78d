"""The few scripts of public pages: small, ours, and only where a page uses them."""

import gzip
import re

import pytest

pytestmark = pytest.mark.once

BUDGET_BYTES = 8 * 1024
IMPORTED = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")


@pytest.fixture
def scripts(settings):
    return sorted((settings.BASE_DIR / "static" / "js").glob("*.js"))


def with_imports(path) -> set:
    """A script with those that it cannot do without."""
    imported = IMPORTED.findall(path.read_text(encoding="utf-8"))
    return {path}.union(*(with_imports(path.with_name(name)) for name in imported))


def test_each_script_with_what_it_imports_stays_within_the_budget_of_a_page(scripts):
    assert scripts
    for path in scripts:
        sizes = {part.name: len(gzip.compress(part.read_bytes(), 9)) for part in with_imports(path)}
        assert sum(sizes.values()) <= BUDGET_BYTES, sizes


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
