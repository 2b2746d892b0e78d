"""The page behind the link of a registration: what it shows, and cancelling."""

from datetime import timedelta
from html import unescape
from urllib.parse import unquote

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from culture.classes.words import moment_of
from culture.models import Registration
from culture.registering import tickets
from culture.states import SessionState
from sites.models import SiteSettings
from sites.phones import readable
from tests.factories.culture import make_class, make_registration
from tests.factories.sites import publish


def address(registration, village, view="registration_ticket", language="id"):
    with override(language):
        return tickets.path_of(registration, village.site, view)


@pytest.fixture
def see(visitor, kemiren):
    return lambda registration, **kwargs: unescape(
        visitor.get(address(registration, kemiren, **kwargs)).content.decode()
    )


def test_it_shows_code_class_time_and_place(kemiren, see):
    page = make_class(kemiren, room="Pendopo", bring="Selendang")
    page.sessions.filter(pk=page.sessions.first().pk).update(state=SessionState.CANCELLED)
    registration = make_registration(page, "Peserta Contoh")
    text = see(registration)
    second = page.sessions.all()[1]
    for words in (
        registration.code,
        "Peserta Contoh",
        "Pendopo, Balai desa",
        "Selendang",
        moment_of(second.starts_at),
    ):
        assert words in text
    assert "kalender.ics" in text


def test_who_waits_learns_their_place_and_whether_a_letter_will_come(kemiren, see):
    page = make_class(kemiren, quota=1)
    make_registration(page)
    second, third = make_registration(page), make_registration(page, email="c@contoh.example")
    assert "urutan ke-1" in see(second) and "lewat WhatsApp" in see(second)
    assert "urutan ke-2" in see(third) and "ke alamat Anda" in see(third)


def test_who_gave_no_address_sends_the_code_by_whatsapp(kemiren, see):
    SiteSettings.objects.filter(site=kemiren.site).update(whatsapp="+628000000012")
    registration = make_registration(make_class(kemiren), "Peserta Contoh")
    text = see(registration)
    link = text.split('href="https://wa.me/628000000012?text=')[1].split('"')[0]
    assert registration.code in unquote(link) and "Peserta" not in unquote(link)


def test_who_gave_no_address_keeps_the_link_in_their_own_chat_and_the_number_on_paper(kemiren, see):
    SiteSettings.objects.filter(site=kemiren.site).update(whatsapp="+628000000012")
    registration = make_registration(make_class(kemiren))
    text = see(registration)
    chat = unquote(text.split('href="https://wa.me/628000000012?text=')[1].split('"')[0])
    assert chat.endswith(kemiren.site.root_url + address(registration, kemiren))
    assert f"Kirim WhatsApp ke {readable('+628000000012')}, sebut kode {registration.code}." in text
    assert "tersimpan di obrolan WhatsApp Anda" in text and "foto layar" in text


def test_where_the_village_has_no_number_a_screenshot_is_proposed(kemiren, see):
    SiteSettings.objects.filter(site=kemiren.site).update(whatsapp="")
    text = see(make_registration(make_class(kemiren)))
    assert "foto layar" in text and "wa.me" not in text and "penanda" not in text


def test_who_gave_an_address_is_pointed_to_the_letter_alone(kemiren, see):
    text = see(make_registration(make_class(kemiren), email="a@contoh.example"))
    assert "Tautannya ada di surel" in text and "foto layar" not in text


@pytest.mark.parametrize("token", ["x", "1.x", "1", "9" * 40 + ".x", "é"])
def test_a_forged_link_says_that_nothing_is_behind_it(kemiren, visitor, token):
    make_registration(make_class(kemiren))
    for path in (f"/pendaftaran/tiket/{token}/", f"/pendaftaran/tiket/{token}/batal/"):
        answer = visitor.get(path)
        assert answer.status_code == 404 and "Tidak ada pendaftaran di tautan ini" in answer.content.decode()


def test_a_link_is_good_at_its_own_site_only(kemiren, other):
    path = address(make_registration(make_class(kemiren)), kemiren)
    assert Client(HTTP_HOST=other.site.hostname).get(path).status_code == 404


def test_behind_the_link_of_erased_data_is_nothing(kemiren, visitor):
    registration = make_registration(make_class(kemiren))
    path = address(registration, kemiren)
    registration.delete()
    assert visitor.get(path).status_code == 404
    assert visitor.post(path + "batal/").status_code == 404


def test_opening_the_page_of_cancelling_cancels_nothing(kemiren, visitor):
    registration = make_registration(make_class(kemiren))
    visitor.get(address(registration, kemiren, "registration_cancel"))
    registration.refresh_from_db()
    assert registration.has_seat


def test_the_button_cancels_and_the_next_one_moves_up(kemiren, visitor, see):
    page = make_class(kemiren, quota=1)
    first, second = make_registration(page), make_registration(page)
    path = address(first, kemiren, "registration_cancel")
    for _twice in range(2):
        answer = visitor.post(path)
        assert (answer.status_code, answer["Location"]) == (303, address(first, kemiren))
    assert "Pendaftaran ini sudah dibatalkan" in see(first) and first.code not in see(first)
    assert f"/pendaftaran/{page.pk}/" in see(first)
    assert "mendapat tempat" in see(second)
    assert visitor.get(path)["Location"] == address(first, kemiren)


def test_a_class_that_is_over_can_no_longer_be_cancelled(kemiren, see):
    today = timezone.localdate()
    page = make_class(kemiren)
    registration = make_registration(page)
    page.term_from, page.term_to = today - timedelta(days=30), today - timedelta(days=1)
    publish(page)
    text = see(registration)
    assert "Kelas ini sudah selesai" in text and "/batal/" not in text and "kalender.ics" not in text
    assert "Tidak ada pertemuan lagi" in text and "apat tempat" not in text


@pytest.mark.parametrize("quota", [1, 2], ids=["waiting", "seated"])
def test_the_ticket_of_a_cancelled_class_promises_nothing(kemiren, see, quota):
    page = make_class(kemiren, quota=quota, bring="Selendang")
    make_registration(page)
    registration = make_registration(page)
    page.is_cancelled, page.cancel_reason = True, "Pelatih sakit"
    publish(page)
    text = see(registration)
    for words in ("Kelas ini dibatalkan", "Pelatih sakit", "Tidak ada pertemuan lagi", registration.code):
        assert words in text
    for promise in (
        "endapat tempat",
        "urutan ke-",
        "tempat kosong",
        "Pertemuan berikutnya",
        "Simpan halaman ini",
        "Selendang",
    ):
        assert promise not in text


def test_a_class_that_was_taken_off_the_site_still_has_its_tickets(kemiren, see):
    page = make_class(kemiren)
    registration = make_registration(page)
    page.unpublish()
    text = see(registration)
    assert registration.code in text and "kalender.ics" not in text and "Ke halaman kelas" not in text


def test_the_ticket_is_there_in_english(kemiren, see):
    registration = make_registration(make_class(kemiren))
    assert "You are registered, and have a seat." in see(registration, language="en")


def test_who_registered_in_a_village_that_was_closed_since_can_still_cancel(kemiren, visitor, see):
    registration = make_registration(make_class(kemiren))
    kemiren.closed_at = timezone.now()
    kemiren.save()
    text = see(registration)
    assert registration.code in text and "Situs desa ini sudah ditutup" in text and "/batal/" in text
    for promise in ("endapat tempat", "Pertemuan berikutnya", "Simpan halaman ini", "/kelas/tari-gandrung/"):
        assert promise not in text
    visitor.post(address(registration, kemiren, "registration_cancel"))
    registration.refresh_from_db()
    assert registration.is_cancelled


def test_no_address_of_a_ticket_names_anybody(kemiren):
    registration = make_registration(make_class(kemiren), "Peserta", email="peserta@contoh.example")
    path = address(registration, kemiren)
    assert "peserta" not in path.lower() and registration.code not in path
    assert Registration.objects.get() == tickets.read(kemiren.site, path.split("/")[3])
