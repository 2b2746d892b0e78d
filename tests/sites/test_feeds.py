"""Feeds: of a list, of one kind, of an office, of a village, and of all of the regency."""

import pytest

from tests.factories import sites as factories
from tests.factories.remembered import remembered

KEMIREN, PORTAL = "kemiren.localhost", "localhost"


@pytest.fixture
@remembered
def office(kemiren, other):
    factories.make_announcement(kemiren, "Kerja bakti", category="general")
    factories.make_announcement(kemiren, "Posyandu", category="health")
    factories.make_announcement(other, "Milik desa lain")
    office = factories.make_office()
    factories.translate(factories.make_shared(office))
    factories.make_shared(office, "Hanya portal", audience="portal")
    return office


@pytest.mark.parametrize(
    ("host", "path", "titles"),
    [
        (KEMIREN, "/feed/", {"Kerja bakti", "Posyandu", "Ayo menari"}),
        (KEMIREN, "/en/feed/", {"Come and dance"}),
        (KEMIREN, "/pengumuman/feed/", {"Kerja bakti", "Posyandu", "Ayo menari"}),
        (KEMIREN, "/pengumuman/feed/?category=health", {"Posyandu"}),
        (PORTAL, "/kantor/disbudpar/feed/", {"Ayo menari", "Hanya portal"}),
        (PORTAL, "/pengumuman/feed/", {"Ayo menari", "Hanya portal"}),
        (PORTAL, "/en/offices/disbudpar/feed/", {"Come and dance"}),
    ],
)
def test_a_feed_holds_what_its_name_says(office, get, host, path, titles):
    answer = get(host, path)
    assert answer["Content-Type"].startswith("application/atom+xml")
    every = {"Kerja bakti", "Posyandu", "Ayo menari", "Come and dance", "Hanya portal", "Milik desa lain"}
    assert {title for title in every if title in answer.text} == titles


def test_the_feed_over_all_says_of_each_entry_whose_it_is(office, get, kemiren):
    feed = get(PORTAL, "/feed/").text
    for words in (f"{kemiren.display_name}: Posyandu", "Ayo menari", "<name>Disbudpar</name>"):
        assert words in feed
    assert f"http://{KEMIREN}" in feed


def test_a_language_that_a_site_does_not_have_leads_to_its_home(portal, get):
    factories.make_village(KEMIREN, english=False)
    answer = get(KEMIREN, "/en/feed/", follow=True)
    assert answer.status_code == 200 and answer.redirect_chain


def test_feed_readers_find_it_in_the_head_of_every_page(office, get):
    assert 'title="Semua dari Desa' in get(KEMIREN, "/").text


def test_an_unknown_kind_is_no_error(office, get):
    assert "Posyandu" in get(KEMIREN, "/pengumuman/feed/?category=zzz").text
