"""The lists of art forms: of a village, of an office, and of the whole regency; by kind and by village."""

import pytest

from tests.factories import culture as culture
from tests.factories import sites as factories
from tests.factories.remembered import remembered

HOST = "kemiren.localhost"


@pytest.fixture
@remembered
def office(portal):
    return factories.make_office()


@pytest.fixture
@remembered
def entries(kemiren, other, office):
    """An art form of each village, and three of an office."""
    culture.make_art_form(other, "Angklung Lainnya", kind="music", villages=[other])
    culture.make_art_form(kemiren, "Wayang Kemiren", kind="theatre", villages=[kemiren])
    culture.make_art_form(office, "Batik", kind="craft")
    culture.make_art_form(office, "Seblang", kind="ritual", villages=[other])
    culture.make_art_form(office, "Tumpeng Sewu", kind="ritual", villages=[kemiren])


def read(get, path="/budaya/", host=HOST) -> str:
    answer = get(host, path)
    assert answer.status_code == 200
    return answer.text.partition("<main")[2].partition("<footer")[0]


def order(html: str, *titles: str) -> list[str]:
    return sorted(
        (title for title in titles if f">{title}</a>" in html), key=lambda title: html.index(f">{title}</a>")
    )


ALL = ("Angklung Lainnya", "Wayang Kemiren", "Batik", "Seblang", "Tumpeng Sewu")


def test_a_village_lists_its_own_then_what_is_at_home_there_then_the_rest(entries, get):
    found = order(read(get), *ALL)
    assert found == ["Wayang Kemiren", "Tumpeng Sewu", "Batik", "Seblang"]


def test_the_portal_lists_those_of_all_villages_with_their_name_and_host(entries, other, get):
    html = read(get, host="localhost")
    assert order(html, *ALL) == sorted(ALL)
    assert f'href="{other.site.root_url}/budaya/angklung-lainnya/"' in html
    assert '<span class="tag tag--from">Desa Lainnya</span>' in html
    assert '<span class="tag tag--from">Disbudpar</span>' in html


def test_the_portal_leaves_out_what_no_reader_may_open(entries, kemiren, other, get):
    culture.make_art_form(kemiren, "Konsep kami").unpublish()
    other.closed_at = factories.timezone.now()
    other.save()
    found = order(read(get, host="localhost"), *ALL, "Konsep kami")
    assert found == ["Batik", "Seblang", "Tumpeng Sewu", "Wayang Kemiren"]


def test_an_office_lists_its_own(entries, get):
    found = order(read(get, "/kantor/disbudpar/budaya/", "localhost"), *ALL)
    assert found == ["Batik", "Seblang", "Tumpeng Sewu"]


def test_readers_choose_a_kind_and_see_how_many_there_are(entries, get):
    html = read(get, "/budaya/?kind=ritual")
    assert order(html, *ALL) == ["Tumpeng Sewu", "Seblang"]
    assert 'href="/budaya/?kind=ritual" aria-current="true"' in html
    assert 'href="/budaya/?kind=music"' not in html


def test_readers_choose_a_village_without_a_script(entries, kemiren, get):
    html = read(get)
    assert f'<option value="{kemiren.code}">' in html
    chosen = read(get, f"/budaya/?village={kemiren.code}")
    assert order(chosen, *ALL) == ["Wayang Kemiren", "Tumpeng Sewu"]
    assert f'<option value="{kemiren.code}" selected>' in chosen
    assert f'href="/budaya/?kind=ritual&amp;village={kemiren.code.replace(".", ".")}"' in chosen


def test_both_choices_hold_together(entries, kemiren, get):
    html = read(get, f"/budaya/?kind=ritual&village={kemiren.code}")
    assert order(html, *ALL) == ["Tumpeng Sewu"]
    assert '<input type="hidden" name="kind" value="ritual">' in html


@pytest.mark.parametrize("query", ["kind=none", "village=0", "kind=%00", "village=35.10.99.9999", "kind="])
def test_a_choice_that_does_not_exist_shows_everything(entries, get, query):
    assert len(order(read(get, f"/budaya/?{query}"), *ALL)) == 4


def test_a_choice_stays_when_readers_turn_the_page(kemiren, office, get):
    for number in range(13):
        culture.make_art_form(office, f"Ritual {number:02}", kind="ritual")
    html = read(get, "/budaya/?kind=ritual")
    assert 'href="?kind=ritual&amp;page=2"' in html
    assert order(read(get, "/budaya/?kind=ritual&page=2"), "Ritual 12") == ["Ritual 12"]


def test_the_title_tells_choices_apart_and_the_address_for_search_engines_stays(entries, kemiren, get):
    answer = get(HOST, f"/budaya/?kind=ritual&village={kemiren.code}").text
    title = answer.partition("<title>")[2].partition("</title>")[0]
    assert title.startswith("Budaya, ") and "Desa Kemiren" in title.partition(" · ")[0]
    assert f'<link rel="canonical" href="http://{HOST}/budaya/">' in answer


def test_cards_say_where_it_is_at_home(entries, get):
    html = read(get)
    assert "Desa Lainnya" in html
    with_many = culture.make_art_form(None, "Banyak", villages=[factories.register() for _ in range(4)])
    assert with_many and "4 " in read(get)


def test_an_empty_list_says_so(kemiren, get):
    assert 'class="empty"' in read(get)


def test_what_the_village_keeps_on_top_stands_on_top(entries, kemiren, get):
    from sites.models import VillageSharing

    page = culture.ArtFormPage.objects.get(title="Seblang")
    VillageSharing.objects.create(village=kemiren, translation_key=page.translation_key, is_pinned=True)
    assert order(read(get), *ALL)[0] == "Seblang"


def test_a_hidden_one_is_gone_from_the_village_only(entries, kemiren, other, get):
    from sites.models import VillageSharing

    page = culture.ArtFormPage.objects.get(title="Batik")
    VillageSharing.objects.create(village=kemiren, translation_key=page.translation_key, is_hidden=True)
    assert "Batik" not in order(read(get), *ALL)
    assert "Batik" in order(read(get, host="lain.localhost"), *ALL)
