"""The library of public documents: what stands in it, what readers narrow it to, what a document says."""

import json
import re

import pytest
from django.core.files.base import ContentFile

from services.models import PublicDocumentPage
from sites.models import VillageDocument
from tests.factories.services import make_public_document
from tests.factories.sites import home_locale, publish

pytestmark = pytest.mark.django_db
HOST = "kemiren.localhost"
LIBRARY = "/informasi-publik/"


def file_of(village, name: str = "berkas") -> VillageDocument:
    file = ContentFile(b"%PDF-1.4\n%%EOF\n", f"{name}.pdf")
    return VillageDocument.objects.create(title=name, file=file, collection=village.collection)


@pytest.fixture
def file(kemiren):
    return file_of(kemiren)


@pytest.fixture
def library(kemiren, other, file):
    """Four documents, the newest first in the order of the list, and one of another village."""
    make_public_document(kemiren, file, "APBDes tahun berjalan", year=2026)
    make_public_document(
        kemiren, file, "Perdes tentang pasar", kind="perdes", disclosure="any_time", year=2025
    )
    make_public_document(kemiren, file, "Peringatan banjir", kind="other", disclosure="immediate", year=2024)
    make_public_document(kemiren, file, "Laporan tahunan", kind="report", year=2023)
    make_public_document(other, file_of(other), "Rahasia tetangga")


def read(get, query: str = "", path: str = LIBRARY, status: int = 200) -> str:
    answer = get(HOST, path + query)
    assert answer.status_code == status
    return answer.text.partition("<main")[2].partition("<footer")[0]


def titles(html: str) -> list[str]:
    return re.findall(r"<h3><a href=\"[^\"]+\">([^<]+)</a></h3>", html)


def test_the_newest_year_comes_first_and_nothing_of_another_village(library, get):
    found = titles(read(get))
    assert found == ["APBDes tahun berjalan", "Perdes tentang pasar", "Peringatan banjir", "Laporan tahunan"]


def test_each_card_says_category_year_type_and_size(library, get):
    html = read(get)
    assert "Perdes" in html and "2025" in html
    assert re.search(r"PDF, \d+", html)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?list=periodic", ["APBDes tahun berjalan", "Laporan tahunan"]),
        ("?list=immediate", ["Peringatan banjir"]),
        ("?list=any_time", ["Perdes tentang pasar"]),
        ("?kind=report", ["Laporan tahunan"]),
        ("?year=2024", ["Peringatan banjir"]),
        ("?q=pasar", ["Perdes tentang pasar"]),
        ("?q=tahunn&list=periodic", ["APBDes tahun berjalan", "Laporan tahunan"]),
        ("?list=periodic&year=2023", ["Laporan tahunan"]),
    ],
)
def test_readers_narrow_it(library, get, query, expected):
    assert titles(read(get, query)) == expected


@pytest.mark.parametrize(
    "query", ["?list=x", "?kind=x", "?year=abcd", "?year=²⁰²⁴", "?year=99999", "?page=99"]
)
def test_what_nobody_offers_counts_for_nothing(library, get, query):
    assert len(titles(read(get, query))) == 4


def test_each_of_the_three_lists_says_how_many_it_has(library, get):
    html = read(get, "?list=periodic")
    assert re.search(r'aria-current="true">[^<]+<span class="meta">2</span>', html)


def test_the_other_choices_stay_when_another_is_made(library, get):
    html = read(get, "?list=periodic&q=tahun")
    assert '<input type="hidden" name="list" value="periodic">' in html
    assert re.search(r"\?q=tahun&amp;list=periodic&amp;year=|name=\"year\"", html)


def test_a_search_without_result_leads_back_and_to_asking(library, get):
    html = read(get, "?q=zzzzqq")
    assert titles(html) == []
    assert 'class="empty"' in html
    assert "/permohonan/informasi/" in html


def test_an_empty_library_offers_to_ask(kemiren, get):
    html = read(get)
    assert 'class="empty"' in html
    assert "/permohonan/informasi/" in html
    assert 'role="search"' not in html


def test_a_narrowed_library_is_not_kept_by_search_engines(library, get):
    assert "noindex" in get(HOST, f"{LIBRARY}?year=2024").text
    assert "noindex" not in get(HOST, LIBRARY).text


def test_what_is_not_published_stands_nowhere(library, get):
    PublicDocumentPage.objects.get(title="Laporan tahunan").unpublish()
    assert "Laporan tahunan" not in titles(read(get))


def test_a_regulation_that_was_replaced_is_marked_and_leads_to_the_new_one(kemiren, file, get):
    old = make_public_document(kemiren, file, "Perdes lama", kind="perdes", year=2020)
    new = make_public_document(kemiren, file, "Perdes baru", kind="perdes", year=2026, replaces=old)
    first, second = re.findall(r'<article class="card">.*?</article>', read(get), re.DOTALL)
    assert 'class="tag"' not in first and 'class="tag"' in second
    assert f'href="{LIBRARY}{new.slug}/"' in read(get, path=f"{LIBRARY}{old.slug}/")
    assert f'href="{LIBRARY}{old.slug}/"' in read(get, path=f"{LIBRARY}{new.slug}/")


def test_a_draft_replaces_nothing_yet(kemiren, file, get):
    old = make_public_document(kemiren, file, "Perdes lama", kind="perdes", year=2020)
    make_public_document(kemiren, file, "Perdes baru", kind="perdes", year=2026, replaces=old).unpublish()
    html = read(get)
    assert 'class="tag"' not in html
    assert "Perdes baru" not in read(get, path=f"{LIBRARY}{old.slug}/")


def test_the_english_version_is_replaced_with_the_indonesian_one(kemiren, file, get):
    old = make_public_document(kemiren, file, "Perdes lama", kind="perdes", year=2020)
    new = make_public_document(kemiren, file, "Perdes baru", kind="perdes", year=2026, replaces=old)
    for page, title in ((old, "Old regulation"), (new, "New regulation")):
        in_english(page, title)
    html = read(get, path="/en/public-information/old-regulation/")
    assert "New regulation" in html


def in_english(page, title: str):
    english = home_locale("en")
    parent = page.get_parent().get_translation(english)
    version = PublicDocumentPage(
        title=title,
        locale=english,
        translation_key=page.translation_key,
        document=page.document,
        year=1999,
        live=False,
    )
    return publish(parent.add_child(instance=version))


def test_an_english_version_has_the_year_and_the_file_of_the_indonesian_one(kemiren, file, get):
    page = make_public_document(kemiren, file, "APBDes", year=2026)
    in_english(page, "Budget")
    html = read(get, path="/en/public-information/budget/")
    assert "2026" in html and "1999" not in html


def test_a_document_tells_search_engines_where_its_file_is(kemiren, file, get):
    page = make_public_document(kemiren, file, "APBDes", number="3 Tahun 2026")
    html = get(HOST, f"{LIBRARY}{page.slug}/").text
    graph = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])
    about = next(node["mainEntity"] for node in graph["@graph"] if "mainEntity" in node)
    assert about["@type"] == "DigitalDocument"
    assert about["identifier"] == "3 Tahun 2026"
    assert about["encoding"]["contentUrl"] == f"http://{HOST}{file.url}"
    assert about["encoding"]["encodingFormat"] == "application/pdf"


def test_the_feed_has_the_documents(library, get):
    answer = get(HOST, f"{LIBRARY}feed/")
    assert answer.status_code == 200
    assert "Perdes tentang pasar" in answer.text and "Rahasia tetangga" not in answer.text


def test_a_library_and_a_document_cost_few_queries(
    library, kemiren, file, get, django_assert_max_num_queries
):
    page = PublicDocumentPage.objects.get(title="Laporan tahunan")
    for path in (LIBRARY, f"{LIBRARY}?list=periodic&q=tahun", f"{LIBRARY}{page.slug}/"):
        get(HOST, path)
        with django_assert_max_num_queries(15):
            assert get(HOST, path).status_code == 200
