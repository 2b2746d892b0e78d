"""The page of an art form: what its readers find on it, in a village, as a guest there, and on the portal."""

from datetime import timedelta

import pytest
from django.utils import timezone

from culture.models import ArtFormPage, ArtFormPicture, Recording
from sites.models import RelatedPage, SiteSettings, VillageImage
from tests.factories import culture as culture
from tests.factories import sites as factories
from tests.sites.test_structured_data import graph

HOST = "kemiren.localhost"
OWN, GUEST = "/budaya/gandrung/", "/budaya/disbudpar/gandrung/"


@pytest.fixture
def office(portal):
    return factories.make_office()


@pytest.fixture
def shared(kemiren, office):
    return culture.make_art_form(office, "Gandrung")


def write(page, **values):
    for name, value in values.items():
        setattr(page, name, value)
    return factories.publish(page)


def read(get, host=HOST, path=GUEST) -> str:
    answer = get(host, path)
    assert answer.status_code == 200
    return answer.text


def test_it_says_what_it_is_when_where_and_who_keeps_it(kemiren, get):
    culture.make_art_form(
        kemiren,
        "Gandrung",
        season="Bulan Oktober",
        where_and_when="Pantai Boom\nSabtu malam",
        custodians="Sanggar desa",
        sources="Buku A\n\n Koran B ",
        body=[("paragraph", "<p>Tari syukur.</p>")],
    )
    html = read(get, path=OWN)
    for words in ("Tari syukur.", "Bulan Oktober", "Pantai Boom<br>Sabtu malam", "Sanggar desa"):
        assert words in html
    assert "<li>Buku A</li><li>Koran B</li>" in html


def test_an_empty_one_shows_no_empty_parts(kemiren, get):
    culture.make_art_form(kemiren, "Gandrung")
    html = read(get, path=OWN)
    for part in (
        'id="gallery"',
        'id="recordings"',
        'id="sources"',
        'id="guests"',
        'id="see-it"',
        'id="learn-it"',
    ):
        assert part not in html
    assert "split__aside" not in html


@pytest.mark.parametrize(
    ("photography", "said"),
    [
        ("free", "Photographs are welcome."),
        ("ask", "Ask before you take"),
        ("none", "No photographs, please."),
    ],
)
def test_guests_are_told_whether_it_is_sacred_and_whether_they_may_photograph(
    kemiren, get, photography, said
):
    page = culture.make_art_form(kemiren, "Gandrung")
    culture.translate(
        page, "Gandrung dance", kind="dance", is_sacred=True, photography=photography, etiquette="Sit down."
    )
    html = read(get, path="/en/culture/gandrung-dance/")
    assert said in html and "It is sacred." in html and "Sit down." in html


def test_pictures_stand_with_their_caption_and_credit(kemiren, get):
    picture = factories.make_media(VillageImage, kemiren, "Penari")
    VillageImage.objects.update(credit="Sanggar contoh")
    page = culture.make_art_form(kemiren, "Gandrung")
    write(page, gallery=[ArtFormPicture(image=picture, caption="Jejer di panggung")])
    html = read(get, path=OWN)
    assert "Jejer di panggung" in html and "Sanggar contoh" in html


def test_villages_where_it_is_at_home_lead_to_their_sites(kemiren, other, shared, get):
    without_site = factories.register(name="Sepi")
    write(shared, villages=[kemiren, other, without_site])
    html = read(get)
    assert f'<a href="{other.site.root_url}/">Desa Lainnya</a>' in html
    assert "<dd>Desa Sepi</dd>" in html
    # A reader of Kemiren needs no link to where they are.
    assert f'<a href="{kemiren.site.root_url}/">' not in html.partition("<footer")[0]


def test_an_office_s_art_form_is_a_guest_of_villages_with_its_own_address_for_search_engines(shared, get):
    html = read(get)
    assert f'<link rel="canonical" href="{shared.full_url}">' in html
    assert "Disbudpar" in html


def test_classes_of_the_village_come_first_then_those_of_others_with_name_and_host(
    kemiren, other, shared, get
):
    culture.make_class(other, "Kelas sebelah", art_form=shared)
    culture.make_class(kemiren, "Kelas kami", art_form=shared)
    html = read(get)
    assert html.index("Kelas kami") < html.index("Kelas sebelah")
    assert f'href="{other.site.root_url}/kelas/kelas-sebelah/"' in html
    assert 'href="/kelas/kelas-kami/"' in html
    assert "Desa Lainnya · " in html


def test_only_classes_that_are_open_to_readers_and_go_on_stand_there(kemiren, other, shared, get):
    today = timezone.localdate()
    over = {"term_from": today - timedelta(days=60), "term_to": today - timedelta(days=1)}
    culture.make_class(kemiren, "Kelas selesai", art_form=shared, **over)
    culture.make_class(kemiren, "Kelas batal", art_form=shared, is_cancelled=True)
    culture.make_class(kemiren, "Kelas konsep", art_form=shared).unpublish()
    culture.make_class(kemiren, "Kelas lain", art_form=None)
    culture.make_class(other, "Kelas tutup", art_form=shared)
    other.closed_at = timezone.now()
    other.save()
    assert "Kelas " not in read(get).partition("<footer")[0].partition("<main")[2]


def test_classes_are_found_from_each_version_of_the_art_form(kemiren, shared, get):
    english = culture.translate(shared, "Gandrung dance", kind="dance")
    lesson = culture.make_class(kemiren, "Kelas kami", art_form=english)
    culture.translate(lesson, "Our class", **{name: getattr(lesson, name) for name in lesson.typed_once})
    assert "Kelas kami" in read(get)
    assert "Our class" in read(get, path="/en/culture/disbudpar/gandrung-dance/")


def test_english_classes_of_a_village_without_english_are_left_out(kemiren, other, shared, get):
    english = culture.translate(shared, "Gandrung dance", kind="dance")
    lesson = culture.make_class(other, "Kelas sebelah", art_form=english)
    culture.translate(lesson, "Next door", **{name: getattr(lesson, name) for name in lesson.typed_once})
    path = "/en/culture/disbudpar/gandrung-dance/"
    assert "Next door" in read(get, path=path)
    SiteSettings.objects.filter(site=other.site).update(english_enabled=False)
    assert "Next door" not in read(get, path=path)


def test_events_to_come_are_listed_wherever_they_are(kemiren, other, shared, get):
    now = timezone.localtime()
    culture.make_event(None, "Gandrung Sewu", art_form=shared)
    culture.make_event(other, "Latihan terbuka", art_form=shared)
    culture.make_event(kemiren, "Acara batal", art_form=shared, status="cancelled")
    culture.make_event(kemiren, "Acara lewat", art_form=shared, starts_at=now - timedelta(days=3))
    culture.make_event(None, "Acara portal", art_form=shared, audience="portal")
    html = read(get)
    assert 'href="/agenda/banyuwangi/gandrung-sewu/"' in html
    assert f'href="{other.site.root_url}/agenda/latihan-terbuka/"' in html
    for absent in ("Acara batal", "Acara lewat", "Acara portal"):
        assert absent not in html
    assert "Acara portal" in read(get, "localhost", "/kantor/disbudpar/budaya/gandrung/")


def test_an_event_that_began_earlier_today_still_stands_there(kemiren, shared, get):
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    culture.make_event(kemiren, "Acara pagi", art_form=shared, starts_at=midnight, is_all_day=True)
    assert "Acara pagi" in read(get)


def test_what_comes_back_each_year_stands_last_and_says_when_it_usually_is(kemiren, shared, get):
    no_day = {"art_form": shared, "starts_at": None}
    culture.make_event(kemiren, "Acara bulan", certainty="lunar", lunar_date="2 Syawal", **no_day)
    culture.make_event(kemiren, "Acara biasa", certainty="usual", usual_months=[10], **no_day)
    culture.make_event(
        kemiren, "Acara batal", certainty="usual", usual_months=[7], status="cancelled", **no_day
    )
    culture.make_event(kemiren, "Latihan terbuka", art_form=shared)
    html = read(get)
    assert html.index("Latihan terbuka") < html.index("Acara biasa") < html.index("Acara bulan")
    assert "Oktober" in html
    assert "2 Syawal" in html
    assert "Acara batal" not in html


def test_of_what_comes_back_each_year_a_day_that_is_over_is_not_shown(kemiren, shared, get):
    past = timezone.localtime() - timedelta(days=30)
    values = {"certainty": "lunar", "lunar_date": "2 Syawal", "starts_at": past, "art_form": shared}
    culture.make_event(kemiren, "Acara bulan", status="cancelled", status_note="Hujan lebat", **values)
    events = get("kemiren.localhost", GUEST).context["events"]
    assert [(event.title, event.when_text) for event in events] == [("Acara bulan", "2 Syawal")]
    assert "Hujan lebat" not in read(get)


def test_many_without_a_day_leave_room_for_what_is_to_come(kemiren, shared, get):
    for number in range(5):
        values = {"certainty": "lunar", "lunar_date": "2 Syawal", "starts_at": None}
        culture.make_event(kemiren, f"Acara {number}", art_form=shared, **values)
    culture.make_event(kemiren, "Latihan terbuka", art_form=shared)
    assert "Latihan terbuka" in read(get)


def test_translations_are_at_home_where_the_indonesian_version_is(kemiren, other, shared):
    english = culture.translate(shared, "Gandrung dance", kind="dance")
    write(shared, villages=[kemiren, other])
    assert list(ArtFormPage.objects.get(pk=english.pk).villages.all()) == [kemiren, other]
    write(shared, villages=[other])
    assert list(ArtFormPage.objects.get(pk=english.pk).villages.all()) == [other]
    stale = ArtFormPage.objects.get(pk=english.pk)
    write(stale, villages=[kemiren])
    assert list(ArtFormPage.objects.get(pk=english.pk).villages.all()) == [other]


def test_search_engines_read_where_it_was_made(kemiren, shared, get):
    write(shared, villages=[kemiren])
    work = graph(read(get))["WebPage"]["mainEntity"]
    assert work["@type"] == "CreativeWork"
    assert work["locationCreated"][0]["name"] == "Desa Kemiren, Glagah"
    assert work["genre"] == shared.get_kind_display()


def test_what_a_village_writes_is_at_home_there(kemiren, admin):
    parent = culture.list_below(culture.ArtFormIndexPage, kemiren)
    data = {"title": "Tari kami", "slug": "", "kind": "dance", "body-count": "0", "action-publish": "1"}
    for name in ("gallery", "recordings", "related_pages"):
        data |= {f"{name}-TOTAL_FORMS": "0", f"{name}-INITIAL_FORMS": "0"}
    answer = admin.post(f"/admin/pages/add/culture/artformpage/{parent.pk}/", data)
    assert answer.status_code == 302
    assert list(ArtFormPage.objects.get(slug="tari-kami").villages.all()) == [kemiren]


def test_editors_of_an_office_choose_villages_by_district_once_for_all_languages(
    kemiren, shared, log_in, office
):
    person = factories.make_officer("disbudpar")
    client = log_in(person)
    form = client.get(f"/admin/pages/{shared.pk}/edit/").text
    assert 'name="villages"' in form and "Glagah" in form
    english = culture.translate(shared, "Gandrung dance", kind="dance")
    assert 'name="villages"' not in client.get(f"/admin/pages/{english.pk}/edit/").text


def test_the_preview_shows_what_is_not_saved_yet(kemiren, other):
    page = culture.make_art_form(kemiren, "Gandrung")
    target = factories.make_page(kemiren, "Menuju Kemiren")
    picture = factories.make_media(VillageImage, kemiren, "Penari")
    page.gallery = [ArtFormPicture(image=picture, caption="Jejer di panggung")]
    page.recordings = [Recording(title="Gending", medium="audio", link="https://contoh.example/")]
    page.related_pages = [RelatedPage(target=target)]
    page.villages = [other]
    html = page.make_preview_request().rendered_content
    for words in ("Jejer di panggung", "Gending", "Menuju Kemiren", "Desa Lainnya"):
        assert words in html
