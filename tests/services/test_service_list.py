"""The list of services: by what happens in life, by category and by words, on all sites alike."""

import re

import pytest

from services.models import ServiceState
from sites.models import VillageSharing
from tests.factories import sites as factories
from tests.factories.remembered import remembered
from tests.factories.services import make_guide, make_service, translate_service

from .forms import text_of, words_of

pytestmark = pytest.mark.django_db
HOST = "kemiren.localhost"


@pytest.fixture
@remembered
def services(kemiren):
    make_service(kemiren, "Surat keterangan usaha", category="business", life_events=["business"])
    make_service(
        kemiren,
        "Akta kelahiran",
        category="population",
        life_events=["birth", "school"],
        papers=[("paper", {"name": "Buku nikah orang tua", "note": ""})],
    )
    make_service(kemiren, "Surat keterangan tidak mampu", category="letters", life_events=["school"])
    return kemiren


def shown(get, query="", host=HOST, path="/layanan/"):
    words = words_of(get(host, path + query))
    titles = ("Surat keterangan usaha", "Akta kelahiran", "Surat keterangan tidak mampu")
    return [title for title in titles if title in words.partition("<main")[2]]


def test_all_services_stand_by_category(services, get):
    words = words_of(get(HOST, "/layanan/"))
    assert words.index("Akta kelahiran") < words.index("Surat keterangan tidak mampu")
    assert words.index("Surat keterangan tidak mampu") < words.index("Surat keterangan usaha")


def test_guides_stand_in_the_course_of_life(services, get):
    for event in ("death", "birth", "marriage"):
        make_guide(services, f"Panduan {event}", life_event=event)
    words = words_of(get(HOST, "/layanan/"))
    found = [words.index(f"Panduan {event}") for event in ("birth", "marriage", "death")]
    assert found == sorted(found)


def test_a_line_says_what_costs_nothing_and_what_is_not_to_be_had_today(services, get):
    service = make_service(services, "Surat pindah", fee_rupiah=0, duration="Sehari")
    ServiceState.objects.create(service=service, status="closed", reason="Printer rusak")
    line = words_of(get(HOST, "/layanan/")).partition("<b>Surat pindah</b>")[2].partition("</a>")[0]
    assert re.findall(r">(\w[^<>]+)<", line) == ["Tutup sementara", "Gratis", "Sehari"]


def test_what_happens_in_life_and_categories_narrow_it_together(services, get):
    assert shown(get, "?event=school") == ["Akta kelahiran", "Surat keterangan tidak mampu"]
    assert shown(get, "?event=school&category=letters") == ["Surat keterangan tidak mampu"]
    assert shown(get, "?event=nothing&category=%00&page=x") == shown(get)
    assert "noindex" in text_of(get(HOST, "/layanan/?event=school"))
    assert "noindex" not in text_of(get(HOST, "/layanan/"))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("usaha", ["Surat keterangan usaha"]),
        ("kelahiran", ["Akta kelahiran"]),
        ("buku nikah", ["Akta kelahiran"]),
        ("kelahirn", ["Akta kelahiran"]),
    ],
)
def test_words_find_titles_and_papers_also_where_they_are_mistyped(services, get, words, found):
    assert shown(get, f"?q={words}") == found


def test_what_finds_nothing_says_so_and_leads_back(services, get):
    assert "“zzzzzz”" in words_of(get(HOST, "/layanan/?q=zzzzzz"))
    words = words_of(get(HOST, "/layanan/?event=birth&category=letters"))
    assert "cocok dengan semua pilihan" in words and 'class="button" href="/layanan/"' in words


def test_a_village_without_any_service_says_so(kemiren, get):
    assert get(HOST, "/layanan/").status_code == 200
    assert "Belum ada layanan" in words_of(get(HOST, "/layanan/"))


def test_a_village_lists_the_templates_of_the_office_until_it_hides_one(services, get):
    office = factories.make_office("dpmd")
    template = make_service(office, "Surat pindah")
    words = text_of(get(HOST, "/layanan/"))
    assert 'href="/layanan/dpmd/surat-pindah/"' in words
    VillageSharing.objects.create(village=services, translation_key=template.translation_key, is_hidden=True)
    assert "Surat pindah" not in text_of(get(HOST, "/layanan/"))


def test_portal_and_office_list_the_templates(portal, get):
    office = factories.make_office("dpmd")
    make_service(office, "Akta kelahiran", life_events=["birth"])
    assert shown(get, host="localhost") == ["Akta kelahiran"]
    assert shown(get, "?q=kelahiran&event=birth", host="localhost") == ["Akta kelahiran"]
    assert shown(get, host="localhost", path=office.page.get_url() + "layanan/") == ["Akta kelahiran"]


def test_no_other_villages_service_is_listed_or_found(services, other, get):
    make_service(other, "Rahasia tetangga")
    assert "Rahasia" not in text_of(get(HOST, "/layanan/"))
    assert "Rahasia tetangga" not in text_of(get(HOST, "/layanan/?q=tetangga"))


def test_the_home_shows_what_the_village_has_written_before_templates(services, get):
    office = factories.make_office("dpmd")
    make_service(office, "AAA surat pindah")
    words = words_of(get(HOST, "/"))
    assert "Akta kelahiran" in words and "AAA surat pindah" not in words


def test_the_first_tab_leads_to_the_services(kemiren, get):
    tabs = text_of(get(HOST, "/")).partition('class="tabs"')[2].partition("</nav>")[0]
    assert 'href="/layanan/"' in tabs


def test_the_sitemap_has_services_and_guides_and_no_templates(services, get):
    make_guide(services, "Bayi baru lahir")
    make_service(factories.make_office("dpmd"), "Surat pindah")
    text = text_of(get(HOST, "/sitemap.xml"))
    assert "/layanan/akta-kelahiran/" in text and "/layanan/bayi-baru-lahir/" in text
    assert "surat-pindah" not in text


def step(title, service=None, text=""):
    return ("step", {"title": title, "text": text, "service": service})


def test_a_guide_leads_to_the_village_s_own_version_of_a_service(kemiren, other, get):
    office = factories.make_office("dpmd")
    template = make_service(office, "Akta kelahiran")
    make_guide(office, "Bayi baru lahir", steps=[step("Urus akta", template), step("Periksa nama")])
    assert 'href="/layanan/dpmd/akta-kelahiran/"' in text_of(get(HOST, "/layanan/dpmd/bayi-baru-lahir/"))
    make_service(kemiren, "Akta kelahiran Kemiren", template_key=template.translation_key)
    html = text_of(get(HOST, "/layanan/dpmd/bayi-baru-lahir/"))
    assert 'href="/layanan/akta-kelahiran-kemiren/"' in html and "Periksa nama" in html
    there = text_of(get(other.hostname, "/layanan/dpmd/bayi-baru-lahir/"))
    assert 'href="/layanan/dpmd/akta-kelahiran/"' in there and "Kemiren</a>" not in there
    on_portal = text_of(get("localhost", "/kantor/dpmd/layanan/bayi-baru-lahir/"))
    assert 'href="/kantor/dpmd/layanan/akta-kelahiran/"' in on_portal


def test_guides_stand_above_the_services_of_what_happens_in_life(services, get):
    make_guide(services, "Bayi baru lahir", life_event="birth")
    assert "Bayi baru lahir" in words_of(get(HOST, "/layanan/?event=birth"))
    assert "Bayi baru lahir" not in words_of(get(HOST, "/layanan/?event=school"))
    assert "Bayi baru lahir" in words_of(get(HOST, "/layanan/?q=bayi"))


def test_an_english_guide_leads_to_english_services_only(kemiren, get):
    service = make_service(kemiren, "Akta kelahiran")
    guide = make_guide(kemiren, "Bayi baru lahir", steps=[step("Urus akta", service)])
    translate_service(
        guide, "A child is born", slug="newborn", life_event="birth", steps=[step("Birth", service)]
    )
    assert "What to bring: " not in words_of(get(HOST, "/en/services/newborn/"))
    translate_service(service, "Birth certificate", slug="birth-certificate")
    assert 'href="/en/services/birth-certificate/"' in text_of(get(HOST, "/en/services/newborn/"))
