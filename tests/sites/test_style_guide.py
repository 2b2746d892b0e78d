"""The style guide: who sees it, and that nothing which pages are made of is missing from it."""

import re
from collections import Counter

import pytest
from django.utils.translation import override

from sites.blocks import BodyBlock
from sites.models import SiteSettings
from sites.security import PUBLIC_POLICY
from sites.style_guide.catalogue import groups
from sites.style_guide.rendering import apart
from tests.factories import sites as factories

pytestmark = pytest.mark.once

ADDRESS = "/admin/panduan-gaya/"
# They print tags for the head of a page: there is nothing to look at.
HEAD_ONLY = {"components/sharing_tags.html", "components/site_icons.html"}
REFERENCE = re.compile(r'\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"')


@pytest.fixture
def entries(portal):
    with override("en"):
        return [entry for group in groups() for entry in group.entries]


def test_portal_staff_see_it_as_readers_see_pages(staff):
    answer = staff.get(ADDRESS)
    assert answer.status_code == 200
    assert answer["Content-Security-Policy"] == PUBLIC_POLICY
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert 'href="/static/css/site.css"' in answer.text
    assert '<meta name="robots" content="noindex">' in answer.text


@pytest.mark.parametrize("role", ["admin", "contributor"])
def test_people_of_a_village_are_sent_back(kemiren, log_in, role):
    person = factories.make_person(kemiren, role)
    answer = log_in(person, "kemiren.localhost").get(ADDRESS)
    assert (answer.status_code, answer["Location"]) == (302, "/admin/")


def test_without_a_log_in_the_way_leads_to_the_log_in(kemiren, get):
    assert get("localhost", ADDRESS)["Location"].startswith("/admin/login/")


def test_the_help_menu_offers_it_to_portal_staff_only(admin, staff):
    assert ADDRESS in staff.get("/admin/").text
    assert ADDRESS not in admin.get("/admin/").text


def test_every_component_is_shown(settings, entries):
    folder = settings.BASE_DIR / "templates"
    paths = [*(folder / "components").rglob("*.html"), *(folder / "navigation").rglob("*.html")]
    missing = {str(path.relative_to(folder)) for path in paths} - HEAD_ONLY - {e.template for e in entries}
    assert not missing, "Add an Entry to sites/style_guide/catalogue/ for each."


def test_every_part_of_a_text_is_shown(entries):
    (body,) = [entry for entry in entries if entry.template == "components/body.html"]
    shown = {block.block_type for state in body.states for block in state.context["body"]}
    assert shown == set(BodyBlock.base_blocks)


def test_every_component_says_what_it_takes(entries):
    assert not [entry.template for entry in entries if not entry.parameters]


def test_every_component_is_shown_under_its_name_with_its_parameters(staff, entries):
    page = staff.get(f"{ADDRESS}?language=en").text
    for entry in entries:
        assert f'id="{entry.slug}"' in page and f'href="#{entry.slug}"' in page
        assert f"<code>{entry.template}</code>" in page
    assert "url (absolute), title, address_label (optional" in page


def test_nothing_on_it_is_inline_or_named_twice(staff):
    page = staff.get(ADDRESS).text
    assert not re.search(r"\sstyle=|<style|<script(?![^>]*\bsrc=)|\son[a-z]+=", page)
    ids = Counter(re.findall(r'\sid="([^"]+)"', page))
    assert not [name for name, number in ids.items() if number > 1]


def test_every_label_and_description_is_there(staff):
    page = staff.get(ADDRESS).text
    ids = set(re.findall(r'\sid="([^"]+)"', page))
    named = {name for names in REFERENCE.findall(page) for name in names.split()}
    assert named and not named - ids


def test_it_takes_the_focus_nowhere(staff):
    assert "autofocus" not in staff.get(ADDRESS).text


@pytest.mark.parametrize("accent", SiteSettings.Accent.values)
def test_every_accent_can_be_chosen(staff, accent):
    assert f'data-accent="{accent}">' in staff.get(f"{ADDRESS}?accent={accent}").text.partition("<head>")[0]


def test_a_mode_can_be_forced_or_both_seen_side_by_side(staff):
    assert "data-mode" not in staff.get(ADDRESS).text
    assert 'data-mode="dark"' in staff.get(f"{ADDRESS}?mode=dark").text
    both = staff.get(f"{ADDRESS}?mode=both&accent=kopi").text
    frames = re.findall(r'<iframe src="([^"]+)"', both)
    assert frames == ["?mode=light&amp;accent=kopi", "?mode=dark&amp;accent=kopi"]


@pytest.mark.parametrize("query", ["accent=none", "mode=%00", "language=xx", "accent=%22%3E%3Cscript%3E"])
def test_a_choice_that_does_not_exist_changes_nothing(staff, query):
    answer = staff.get(f"{ADDRESS}?{query}")
    assert answer.status_code == 200
    assert '<html lang="id" data-accent="ijen">' in answer.text
    assert "<script>" not in answer.text


@pytest.mark.parametrize(
    ("language", "word"), [("id", "Bagikan lewat WhatsApp"), ("en", "Share on WhatsApp")]
)
def test_it_speaks_both_languages(staff, language, word):
    page = staff.get(f"{ADDRESS}?language={language}").text
    assert f'<html lang="{language}"' in page
    assert word in page


def test_samples_of_a_kind_stay_apart():
    html = '<nav aria-label="Pages"><a href="#x">a</a><a href="#menu">b</a></nav><input id="x" name="n">'
    assert apart(html, "1", "First", "state--1") == (
        '<nav aria-label="Pages, First"><a href="#x--1">a</a><a href="#menu">b</a></nav>'
        '<input id="x--1" name="n--1">'
    )


def test_a_drawing_takes_its_pattern_from_its_own_sample():
    html = '<pattern id="dots"></pattern><path fill="url(#dots)"/><path fill="url(#elsewhere)"/>'
    assert apart(html, "1", "First", "state--1") == (
        '<pattern id="dots--1"></pattern><path fill="url(#dots--1)"/><path fill="url(#elsewhere)"/>'
    )


def test_samples_are_in_no_database(staff, django_assert_max_num_queries):
    staff.get(ADDRESS)
    with django_assert_max_num_queries(20) as queries:
        staff.get(ADDRESS)
    assert all(query["sql"].startswith("SELECT") for query in queries.captured_queries)
