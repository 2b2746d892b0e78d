"""The page of an event, its data for search engines, and the form in which it is written."""

import json
import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from culture.models import AgendaPage, EventPage
from sites.models import OfficePage
from tests.factories.culture import list_below, make_art_form, make_event
from tests.factories.sites import home_locale, make_office, make_officer, publish

HOST, PATH = "kemiren.localhost", "/agenda/pentas/"
LOCAL = ZoneInfo("Asia/Jakarta")
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


def at(hour, days=5):
    return datetime.combine(timezone.localdate() + timedelta(days=days), time(hour), LOCAL)


@pytest.fixture
def pentas(kemiren):
    """A function: a published event of Kemiren."""
    return lambda **values: make_event(kemiren, "Pentas", **{"starts_at": at(19), **values})


def data_of(answer):
    (script,) = SCRIPT.findall(answer.text)
    return next(entry for entry in json.loads(script)["@graph"] if entry["@type"] == "WebPage")


def text_of(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text.partition("<main")[2]).split())


def test_a_page_says_when_where_what_it_costs_and_who_invites(pentas, get):
    pentas(
        ends_at=at(21),
        fee_rupiah=25_000,
        room="Pendopo",
        place="Balai desa",
        organiser="Sanggar",
        link="https://contoh.example/acara",
    )
    text = text_of(get(HOST, PATH))
    assert "19.00–21.00 WIB" in text and "Pendopo, Balai desa" in text and "Rp 25.000" in text
    assert "Situs penyelenggara: contoh.example" in text


@pytest.mark.parametrize(("fee", "words"), [(0, "Gratis"), (None, "Belum diketahui")])
def test_what_is_free_says_so_and_what_is_not_known_too(pentas, get, fee, words):
    pentas(fee_rupiah=fee)
    assert f"Tiket masuk {words}" in text_of(get(HOST, PATH))


def test_a_moved_event_says_when_it_was_to_be_and_why(pentas, get):
    pentas(status="moved", moved_from=at(19, days=2), status_note="Hujan lebat")
    answer = get(HOST, PATH)
    day = timezone.localdate() + timedelta(days=2)
    assert 'class="banner" data-severity="important"' in answer.text
    assert (
        f"{day.day} " in text_of(answer) and "Rencana semula" in answer.text and "Hujan lebat" in answer.text
    )


def test_a_cancelled_event_says_so_on_top(pentas, get):
    pentas(status="cancelled", status_note="Lapangan tergenang")
    text = get(HOST, PATH).text
    assert 'class="banner" data-severity="emergency"' in text and "Lapangan tergenang" in text


def test_an_event_without_a_day_says_when_it_usually_is(pentas, get):
    pentas(certainty="usual", starts_at=None, usual_months=[10])
    text = text_of(get(HOST, PATH))
    assert "biasanya Oktober" in text and "Tanyakan kepada penyelenggara" in text


def test_what_is_over_says_so_and_an_all_day_event_lasts_its_whole_day(pentas, get):
    page = pentas(starts_at=at(0, days=0), is_all_day=True)
    assert "Acara ini sudah lewat" not in get(HOST, PATH).text
    page.starts_at = at(19, days=-1)
    publish(page)
    assert "Acara ini sudah lewat" in get(HOST, PATH).text


def test_a_guest_is_marked_and_leads_to_the_villages_own_calendar(kemiren, get):
    make_event(make_office(), "Gandrung Sewu")
    text = get(HOST, "/agenda/disbudpar/gandrung-sewu/").text
    assert ">Disbudpar</span>" in text and 'href="/agenda/">' in text


def test_the_art_form_is_linked_where_readers_find_it(kemiren, pentas, get):
    art_form = make_art_form(kemiren, "Gandrung")
    pentas(art_form=art_form)
    assert 'href="/budaya/gandrung/"' in get(HOST, PATH).text
    art_form.unpublish()
    assert "/budaya/gandrung/" not in get(HOST, PATH).text


def test_search_engines_read_an_event_with_its_zone_place_and_price(pentas, get):
    page = pentas(ends_at=at(21), fee_rupiah=0, place="Balai desa", latitude=-8.2, longitude=114.3)
    found = data_of(get(HOST, PATH))["mainEntity"]
    assert found["@type"] == "Event" and found["startDate"] == timezone.localtime(page.starts_at).isoformat()
    assert found["startDate"].endswith("+07:00") and found["endDate"].endswith("+07:00")
    assert found["eventStatus"] == "https://schema.org/EventScheduled"
    assert found["location"]["name"] == "Balai desa" and found["location"]["geo"]["latitude"] == -8.2
    assert "Kemiren" in found["location"]["address"]["addressLocality"]
    assert found["isAccessibleForFree"] is True and found["offers"]["price"] == 0
    assert found["organizer"] == {"@id": f"http://{HOST}/#owner"}


@pytest.mark.parametrize(
    ("status", "word"),
    [("moved", "EventRescheduled"), ("postponed", "EventPostponed"), ("cancelled", "EventCancelled")],
)
def test_search_engines_read_what_changed(pentas, get, status, word):
    pentas(status=status, moved_from=at(19, days=2), organiser="Sanggar")
    found = data_of(get(HOST, PATH))["mainEntity"]
    assert found["eventStatus"] == f"https://schema.org/{word}"
    assert ("previousStartDate" in found) is (status == "moved")
    assert found["organizer"] == {"@type": "Organization", "name": "Sanggar"}
    assert "offers" not in found and "isAccessibleForFree" not in found


def test_a_whole_day_is_a_date_and_without_a_day_it_is_no_event(pentas, get):
    page = pentas(starts_at=at(0), is_all_day=True)
    assert data_of(get(HOST, PATH))["mainEntity"]["startDate"] == page.first_day.isoformat()
    page.starts_at, page.is_all_day, page.certainty, page.lunar_date = None, False, "lunar", "2 Syawal"
    publish(page)
    assert "mainEntity" not in data_of(get(HOST, PATH))


def test_in_english_what_is_typed_once_follows_and_texts_are_written_anew(pentas, get):
    page = pentas(place="Balai desa")
    version = page.copy_for_translation(home_locale("en"), copy_parents=True)
    version.title, version.place = "Show", "Village hall"
    publish(version)
    page.status, page.status_note, page.fee_rupiah, page.starts_at = "cancelled", "Hujan", 0, at(8, days=9)
    publish(page)
    text = text_of(get(HOST, "/en/calendar/pentas/"))
    assert "Cancelled" in text and "Village hall" in text and "8.00 AM WIB" in text
    assert "Free of charge" in text and "Hujan" in text


def form(usual_months=(), **values):
    data = {
        "title": "Pentas",
        "slug": "pentas",
        "summary": "",
        "listing_image": "",
        "search_description": "",
        "kind": "performance",
        "certainty": "confirmed",
        "starts_at": f"{at(19):%Y-%m-%d %H:%M}",
        "ends_at": "",
        "lunar_date": "",
        "place": "Balai desa",
        "room": "",
        "organiser": "",
        "fee_rupiah": "",
        "link": "",
        "art_form": "",
        "latitude": "",
        "longitude": "",
        "status": "scheduled",
        "moved_from": "",
        "status_note": "",
        "body": streamfield([]),
        "related_pages": inline_formset([]),
        "action-publish": "1",
    }
    return nested_form_data({**data, **values}) | {"usual_months": list(usual_months)}


@pytest.fixture
def write(admin, kemiren):
    """A function: what the editor of a new event answers to these values."""
    url = reverse("wagtailadmin_pages:add", args=["culture", "eventpage", list_below(AgendaPage, kemiren).pk])
    return lambda **values: admin.post(url, form(**values))


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"starts_at": ""}, "starts_at", "Tulis kapan mulainya"),
        ({"starts_at": "besok"}, "starts_at", ""),
        ({"starts_at": "", "ends_at": f"{at(20):%Y-%m-%d %H:%M}"}, "starts_at", "Tulis kapan mulainya"),
        ({"ends_at": f"{at(18):%Y-%m-%d %H:%M}"}, "ends_at", "lebih awal daripada mulainya"),
        ({"certainty": "usual", "starts_at": ""}, "usual_months", "Centang bulan"),
        ({"certainty": "lunar", "starts_at": ""}, "lunar_date", "penanggalan Hijriah"),
        ({"status": "moved"}, "moved_from", "rencana waktu semula"),
        ({"latitude": "-8.2"}, "longitude", "garis"),
        ({"latitude": "114.3", "longitude": "-8.2"}, "latitude", "90"),
        ({"fee_rupiah": "-1"}, "fee_rupiah", ""),
        ({"link": "bukan tautan"}, "link", ""),
        ({"usual_months": ["13"], "certainty": "usual", "starts_at": ""}, "usual_months", ""),
    ],
)
def test_what_is_wrong_comes_back_filled_in_with_plain_words_beside_it(write, values, field, words):
    answer = write(organiser="Sanggar Uji", **values)
    assert answer.status_code == 200
    errors = answer.context["form"].errors
    assert field in errors and words in str(errors[field])
    assert "Sanggar Uji" in answer.text and not EventPage.objects.exists()


def test_a_draft_may_wait_for_its_day_but_may_not_end_before_it_begins(write):
    draft = {"action-publish": ""}
    assert write(starts_at="", **draft).status_code == 302
    answer = write(title="Kedua", slug="kedua", ends_at=f"{at(18):%Y-%m-%d %H:%M}", **draft)
    assert answer.status_code == 200 and "ends_at" in answer.context["form"].errors


def test_whole_days_may_begin_and_end_on_the_same_one(write):
    day = f"{at(9):%Y-%m-%d}"
    answer = write(starts_at=f"{day} 09:00", ends_at=f"{day} 09:00", is_all_day="on")
    assert answer.status_code == 302
    page = EventPage.objects.get()
    assert page.first_day == page.last_day and timezone.localtime(page.starts_at).hour == 0
    assert timezone.localtime(page.ends_at).hour == 23


def test_the_months_are_ticked_and_stored_as_numbers(write):
    assert write(certainty="usual", starts_at="", usual_months=["10", "11"]).status_code == 302
    assert EventPage.objects.get().usual_months == [10, 11]


def test_the_form_of_a_translation_asks_for_texts_only(admin, pentas):
    version = pentas().copy_for_translation(home_locale("en"), copy_parents=True)
    text = admin.get(reverse("wagtailadmin_pages:edit", args=[version.pk])).text
    assert 'name="place"' in text and 'name="status_note"' in text
    assert 'name="starts_at"' not in text and 'name="certainty"' not in text


def test_the_staff_of_an_office_chooses_for_which_villages_an_event_is(log_in, portal):
    client = log_in(make_officer())
    parent = AgendaPage.objects.descendant_of(OfficePage.objects.in_language("id").get()).get()
    answer = client.get(reverse("wagtailadmin_pages:add", args=["culture", "eventpage", parent.pk]))
    assert 'name="audience"' in answer.text and 'name="starts_at"' in answer.text
