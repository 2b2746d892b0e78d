import pytest

from tests.factories import sites as factories

HOST = "kemiren.localhost"


def find(get, words, host=HOST, prefix="/cari/"):
    return get(host, prefix, data={"q": words}).text


@pytest.fixture
def content(kemiren):
    page = factories.make_announcement(
        kemiren,
        "Posyandu balita",
        summary="Timbang dan imunisasi.",
        body=[{"type": "paragraph", "value": "<p>Bawa buku pink ke balai dusun.</p>"}],
    )
    factories.make_announcement(kemiren, "Toddler clinic", language="en")
    factories.make_announcement(kemiren, "Konsep posyandu", live=False)
    return page


@pytest.mark.parametrize("words", ["posyandu", "imunisasi", "buku pink", "POSYANDU"])
def test_a_page_is_found_by_title_summary_and_body(content, get, words):
    assert "Posyandu balita" in find(get, words)


def test_only_this_village_this_language_and_what_is_published_is_found(content, get):
    other = factories.make_village("lain.localhost")
    factories.make_announcement(other, "Posyandu desa lain")
    page = find(get, "posyandu")
    assert "desa lain" not in page
    assert "Konsep" not in page
    assert "Toddler clinic" not in find(get, "clinic")
    assert "Toddler clinic" in find(get, "clinic", prefix="/en/search/")


def test_nothing_found_is_said_plainly(content, get):
    answer = get(HOST, "/cari/", data={"q": "zzzz"})
    assert answer.status_code == 200
    assert "zzzz" in answer.text


def test_the_portal_finds_villages_by_name(content, get):
    page = find(get, "kemiren", host="localhost")
    assert 'href="http://kemiren.localhost' in page


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "\x00",
        "'",
        '"',
        '" OR 1=1 --',
        "a AND OR NOT",
        "*",
        "(((",
        "-",
        "x" * 10_000,
        "<script>",
        "%",
        "^",
    ],
)
def test_a_hostile_query_gives_a_page(content, get, words):
    answer = get(HOST, "/cari/", data={"q": words, "page": "x"})
    assert answer.status_code == 200
    assert "<script>" not in answer.text
