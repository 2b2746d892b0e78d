"""What a reader gets who searches a site: on SQLite and on PostgreSQL the same."""

import re
from html import unescape

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.factories import sites as factories
from tests.factories.remembered import remembered

HOST = "kemiren.localhost"
BUDGET = 15


def search(get, query, host=HOST, prefix="/cari/", **choices):
    return get(host, prefix, data={"q": query, **choices}).text


def plain(html):
    return unescape(re.sub(r"<[^>]+>", "", html))


def titles(page):
    """Titles of the results on a page, in their order."""
    return [plain(title) for title in re.findall(r'<h3><a href="[^"]*"><span>(.*?)</span></a></h3>', page)]


def body(text):
    return [{"type": "paragraph", "value": f"<p>{text}</p>"}]


@pytest.fixture
@remembered
def content(kemiren):
    page = factories.make_announcement(
        kemiren,
        "Posyandu balita",
        summary="Timbang dan imunisasi.",
        body=body("Bawa buku pink ke balai dusun."),
    )
    factories.make_announcement(kemiren, "Toddler clinic", language="en")
    factories.make_announcement(kemiren, "Konsep posyandu", live=False)
    return page


@pytest.mark.parametrize("words", ["posyandu", "imunisasi", "buku pink", "POSYANDU", "dusun balita"])
def test_a_page_is_found_by_title_summary_and_body(content, get, words):
    assert titles(search(get, words)) == ["Posyandu balita"]


def test_only_this_village_this_language_and_what_is_published_is_found(content, get, other):
    factories.make_announcement(other, "Posyandu desa lain")
    assert titles(search(get, "posyandu")) == ["Posyandu balita"]
    assert titles(search(get, "clinic")) == []
    assert titles(search(get, "clinic", prefix="/en/search/")) == ["Toddler clinic"]


def test_a_page_behind_a_password_is_not_found(content, get):
    PageViewRestriction.objects.create(page=content, restriction_type="password", password="rahasia")
    page = search(get, "posyandu")
    assert titles(page) == []
    assert "imunisasi" not in page


def test_an_announcement_that_has_ended_is_still_found(kemiren, get):
    factories.make_announcement(kemiren, "Lomba tumpeng", expires_at=timezone.now())
    assert titles(search(get, "tumpeng")) == ["Lomba tumpeng"]


def test_a_change_is_found_as_soon_as_it_is_published(content, get):
    assert titles(search(get, "wayang")) == []
    content.title = content.draft_title = "Pentas wayang"
    content.save_revision().publish()
    assert titles(search(get, "wayng")) == ["Pentas wayang"]
    content.unpublish()
    assert titles(search(get, "wayang")) == []


# Forms and spellings


@pytest.mark.parametrize("words", ["pelayanan", "layanan", "layanannya", "melayani", "dilayani"])
def test_the_forms_of_an_indonesian_word_find_one_another(kemiren, get, words):
    for number, written in enumerate(["Pelayanan", "Layanan", "Layanannya"]):
        factories.make_page(kemiren, f"Loket {number}", summary=f"{written} setiap hari kerja.")
    # The list of services is called by the word itself.
    assert sorted(titles(search(get, words))) == ["Layanan", "Loket 0", "Loket 1", "Loket 2"]


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("terima", "Penerimaan siswa"),
        ("penulisan", "Lomba menulis"),
        ("kirim", "Pengiriman barang"),
        ("sehat", "Kesehatan ibu"),
        ("pertanian", "Kelompok petani"),
        ("anak2", "Kelas anak-anak"),
    ],
)
def test_forms_with_a_swallowed_letter_are_found(kemiren, get, query, written):
    factories.make_page(kemiren, written)
    assert titles(search(get, query)) == [written]


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("osing", "Rumah adat Using"),
        ("using", "Rumah adat Osing"),
        ("endog", "Endhog-endhogan"),
        ("endhog", "Pawai endog-endogan"),
        ("poerwohardjo", "Jalan Purwoharjo"),
        ("cokroaminoto", "Jalan Tjokroaminoto"),
        ("ijin", "Izin usaha"),
        ("jumat", "Libur Jum'at"),
        ("jum'at", "Libur Jumat"),
        ("cafe", "Café kopi"),
        ("masarakat", "Rembuk masyarakat"),
        ("sktm", "Surat keterangan tidak mampu"),
        ("surat keterangan tidak mampu", "Syarat SKTM"),
        ("kartu keluarga", "Membuat KK"),
        ("pajak bumi dan bangunan", "Bayar PBB"),
        ("kampung anyar", "Jalan ke Kampunganyar"),
        ("kampunganyar", "Jalan ke Kampung Anyar"),
        ("kampung anyar", "Jalan ke Kampung Anyar"),
        ("08.00", "Buka pukul 08.00"),
        ("0812-3456", "Telepon 0812-3456"),
        ("warga@contoh.example", "Kirim ke warga@contoh.example"),
    ],
)
def test_spellings_and_names_find_one_another(kemiren, get, query, written):
    factories.make_page(kemiren, written)
    assert titles(search(get, query)) == [written]


@pytest.mark.parametrize(
    ("query", "written"),
    [("officers", "Office hours"), ("dances", "Learn to dance"), ("using", "The Osing people")],
)
def test_forms_of_english_words_find_one_another(kemiren, get, query, written):
    factories.make_page(kemiren, written, language="en")
    assert titles(search(get, query, prefix="/en/search/")) == [written]


def test_words_that_have_nothing_in_common_do_not_find_one_another(kemiren, get):
    factories.make_page(kemiren, "Bulan bakti")
    factories.make_page(kemiren, "Jalan dusun")
    assert titles(search(get, "bulu", exact=1)) == []
    assert titles(search(get, "jala", exact=1)) != ["Bulan bakti"]


def test_a_word_that_is_not_finished_finds_what_begins_like_it(content, get):
    assert titles(search(get, "imunis")) == ["Posyandu balita"]


def test_question_words_do_not_hinder(content, get):
    assert titles(search(get, "kapan ada posyandu di dusun?")) == ["Posyandu balita"]


# Slips of the finger


@pytest.mark.parametrize(
    "typo", ["posiandu", "psoyandu", "posyandhu", "posyanduu", "poyandu", "imunsasi", "imunisaasii"]
)
def test_a_typo_shows_what_was_probably_meant_and_says_so(content, get, typo):
    page = search(get, typo)
    assert titles(page) == ["Posyandu balita"]


def test_a_corrected_search_leads_to_the_search_as_typed(content, get):
    page = search(get, "posiandu")
    assert "“posyandu”" in page
    link = re.search(r'href="(\?[^"]*exact=1[^"]*)"', page)[1]
    as_typed = get(HOST, "/cari/" + unescape(link)).text
    assert titles(as_typed) == []
    assert "q=posyandu" in as_typed


def test_a_rare_word_is_answered_and_the_common_one_offered(kemiren, get):
    factories.make_announcement(kemiren, "Posiandu salah tulis")
    for number in range(6):
        factories.make_announcement(kemiren, f"Posyandu {number}")
    page = search(get, "posiandu")
    assert titles(page) == ["Posiandu salah tulis"]
    assert re.search(r'href="\?q=posyandu"', page)


def test_no_word_of_another_village_a_draft_a_hidden_page_or_another_language_is_offered(
    content, kemiren, other, get
):
    hidden = factories.make_page(kemiren, "Angklung")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    factories.make_page(other, "Jaranan")
    factories.make_page(kemiren, "Patrol", live=False)
    factories.make_page(kemiren, "Bamboo", language="en")
    for typo, word in [
        ("angklng", "angklung"),
        ("jarnan", "jaranan"),
        ("patrl", "patrol"),
        ("bambo", "bamboo"),
    ]:
        page = search(get, typo)
        assert titles(page) == []
        assert word not in page.lower()


def test_a_word_that_becomes_private_is_no_longer_offered(content, get):
    assert titles(search(get, "posiandu")) == ["Posyandu balita"]
    PageViewRestriction.objects.create(page=content, restriction_type="login")
    assert "posyandu" not in search(get, "posiandu")


def test_when_no_page_has_all_words_those_with_some_are_shown(content, get):
    page = search(get, "posyandu jembatan")
    assert titles(page) == ["Posyandu balita"]
    assert "these have some" in page.lower() or "sebagian" in page.lower()


def test_nothing_found_is_said_plainly_and_leads_on(content, get):
    answer = get(HOST, "/cari/", data={"q": "zzzz"})
    assert answer.status_code == 200
    assert "zzzz" in answer.text
    assert 'class="tile" href="/pengumuman/"' in answer.text


def test_a_search_without_words_offers_the_parts_of_the_site(content, get):
    assert 'class="tile" href="/pengumuman/"' in search(get, "")


# The result page


def test_the_words_are_marked_in_title_and_text_in_any_form(content, get):
    page = search(get, "posyandu buku")
    assert "<mark>Posyandu</mark> balita" in page
    assert "Bawa <mark>buku</mark> pink" in page


def test_marks_and_snippets_escape_what_the_page_holds(kemiren, get):
    factories.make_page(kemiren, "<b>Batik</b> & co", summary="<script>alert(1)</script> batik")
    page = search(get, "batik")
    assert "&lt;b&gt;<mark>Batik</mark>&lt;/b&gt; &amp; co" in page
    assert "<script>alert" not in page


def test_pages_with_the_words_in_their_title_come_first(kemiren, get):
    factories.make_page(
        kemiren, "Sejarah", body=body("Lumbung padi. " * 3 + "Warga berkumpul di sini. " * 30)
    )
    factories.make_page(kemiren, "Lumbung padi")
    factories.make_page(kemiren, "Peta", body=body("Lumbung ada di timur, sawah padi di barat."))
    assert titles(search(get, "lumbung padi"))[0] == "Lumbung padi"


def test_results_say_what_they_are_where_they_stand_and_when(content, kemiren, get):
    profile = factories.make_page(kemiren, "Profil desa")
    profile.add_child(instance=type(profile)(title="Sejarah posyandu", locale=profile.locale))
    page = plain(search(get, "posyandu"))
    assert "Profil desa" in page
    assert str(timezone.localdate().year) in page


def test_results_can_be_kept_to_one_page_type(content, kemiren, get):
    factories.make_page(kemiren, "Tempat posyandu")
    assert len(titles(search(get, "posyandu"))) == 2
    page = search(get, "posyandu", type="standardpage")
    assert titles(page) == ["Tempat posyandu"]
    assert 'href="?q=posyandu&amp;type=announcementpage"' in page
    assert len(titles(search(get, "posyandu", type="nonsense\x00"))) == 2


def test_many_results_come_in_parts_that_keep_the_choices(kemiren, get):
    factories.make_page(kemiren, "Kegiatan")
    for number in range(12):
        factories.make_announcement(kemiren, f"Kegiatan {number}")
    first = search(get, "kegiatan", type="announcementpage")
    assert len(titles(first)) == 10
    link = re.search(r'href="(\?[^"]*page=2[^"]*)" rel="next"', first)[1]
    second = get(HOST, "/cari/" + unescape(link)).text
    assert len(titles(second)) == 2
    assert not set(titles(first)) & set(titles(second))


# The portal


@pytest.mark.parametrize("words", ["kemiren", "Desa Kemiren", "kemirn", "ke miren"])
def test_the_portal_finds_villages_by_name(content, get, words):
    assert 'href="http://kemiren.localhost' in search(get, words, host="localhost")


def test_the_portal_does_not_search_the_pages_of_villages(content, get):
    assert titles(search(get, "posyandu", host="localhost")) == []


# What must not break it

HOSTILE = [
    "",
    " ",
    "\x00",
    "pos\x00yandu",
    "'",
    '"',
    "''''",
    '"posyandu',
    '" OR 1=1 --',
    "'; DROP TABLE wagtailcore_page; --",
    "a AND OR NOT",
    "NOT posyandu",
    "NEAR(a b)",
    "title:posyandu",
    "posyandu & ! | ( : *",
    "*",
    "pos*",
    "(((",
    ")",
    "-",
    "--",
    "^",
    "%",
    "%s %(x)s %d",
    "{}{0}",
    "\\",
    "\\' \\\\",
    "<script>",
    "</mark><script>alert(1)</script>",
    "x" * 10_000,
    "kata " * 2_000,
    "'" * 10_000,
    "😀",
    "😀 posyandu 👩‍👩‍👧",
    "؟،。、…—",
    "İıſßﬃ ﷺ",
    "é" * 60,
    "e\u0301\u0301\u0301",
    "\u202etxet",
    "\ufeff\u200b",
    "\ud800".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    "日本語 العربية",
    "ꦥꦤ꧀ꦢꦺꦂꦥꦤ꧀",
    "1e309 -0 0x1F ²³",
    "' ' '",
    "_ __",
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_gives_a_page(content, get, words):
    for host, path in [(HOST, "/cari/"), (HOST, "/en/search/"), ("localhost", "/cari/")]:
        answer = get(host, path, data={"q": words, "page": "x", "type": words})
        assert answer.status_code == 200
        assert "<script>" not in answer.text


@pytest.mark.parametrize(
    "raw",
    [
        "q=%ff%fe",
        "q=%ed%a0%80",
        "q=%00%00",
        "q=%c3",
        "q=pos%ffyandu",
        "q",
        "q=a&q=b&q[]=c",
        "page=-1&q=posyandu",
        "page=%ff&type=%ff&exact=%ff&q=posyandu",
        "page=99999999999999999999&q=posyandu",
        "%ff=%ff;;&&==",
    ],
)
def test_a_broken_query_string_gives_a_page(content, get, raw):
    for path in ("/cari/", "/en/search/"):
        assert get(HOST, f"{path}?{raw}").status_code == 200


def test_search_is_for_reading_only(content, client):
    assert client.post("/cari/", HTTP_HOST=HOST).status_code == 405


# What it costs


def queries(get, query, **choices):
    search(get, query, **choices)
    with CaptureQueriesContext(connection) as captured:
        search(get, query, **choices)
    return captured.captured_queries


MANY_UNKNOWN = "posiandu imunisaasii xxxxxx yyyyyy vvvvvv wwwwww qqqqqq zzzzzz"


@pytest.mark.parametrize("query", ["posyandu", "posiandu zzzz", "zzzz zzzy", "", MANY_UNKNOWN])
@pytest.mark.parametrize(
    ("host", "prefix"), [(HOST, "/cari/"), (HOST, "/en/search/"), ("localhost", "/cari/")]
)
def test_a_search_stays_within_its_budget(content, get, query, host, prefix):
    found = queries(get, query, host=host, prefix=prefix)
    cache.clear()
    get("localhost")  # the table of sites is every page's, not the search's
    with CaptureQueriesContext(connection) as cold:
        search(get, query, host=host, prefix=prefix)
    assert len(found) <= BUDGET, "\n".join(entry["sql"][:300] for entry in found)
    # Once after a change of a page the words of the site are read anew.
    assert len(cold) <= BUDGET + 1, "\n".join(entry["sql"][:300] for entry in cold.captured_queries)


def test_more_pages_types_and_villages_cost_no_more_queries(content, kemiren, get):
    factories.make_page(kemiren, "Tempat posyandu")
    before = {query: len(queries(get, query)) for query in ("posyandu", "posiandu", "posyandu zzzz")}
    for number in range(12):
        page = factories.make_page(kemiren, f"Bagian {number}")
        page.add_child(instance=type(page)(title=f"Posyandu {number}", locale=page.locale))
        factories.make_announcement(kemiren, f"Kegiatan posyandu {number}")
        factories.make_announcement(factories.make_village(), "Posyandu desa lain")
    assert {query: len(queries(get, query)) for query in before} == before
