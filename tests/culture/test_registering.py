"""The form of registration: what it asks, what it refuses, and that it loses nobody."""

import re
from datetime import timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from culture.models import Registration
from culture.registering import reception
from sites.models import SignUpTally, SiteSettings
from sites.names import clean_name
from tests.factories.culture import make_class, make_registration
from tests.factories.sites import home_locale, publish

from .forms import filled, form_address, opened, send

HOST = "kemiren.localhost"
CHILD = {"age_group": "child", "guardian_name": "Wali Contoh"}


def text_of(answer):
    return unescape(answer.content.decode())


def names():
    return list(Registration.objects.order_by("number").values_list("name", flat=True))


# What it asks


def test_the_form_asks_for_the_least_and_sets_no_cookie(kemiren, visitor):
    page = make_class(kemiren)
    answer = visitor.get(form_address(page))
    asked = set(re.findall(r'<input[^>]* name="(\w+)"', text_of(answer).partition("<main")[2]))
    assert asked == {"name", "age_group", "guardian_name", "whatsapp", "email", "agreed", "seal", "website"}
    assert not answer.cookies and "private" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]


def test_the_box_of_consent_is_not_ticked_and_says_what_for_and_how_long(kemiren, visitor, settings):
    settings.REGISTRATION_KEPT_DAYS = 45
    text = text_of(visitor.get(form_address(make_class(kemiren))))
    box = re.search(r"<input[^>]*name=\"agreed\"[^>]*>", text)[0]
    assert "checked" not in box
    assert f"Saya setuju {kemiren.display_name} menyimpan data ini hanya untuk kelas ini" in text
    assert "45 hari setelah kelas selesai" in text and "NIK" in text


def test_a_class_for_grown_ups_asks_for_no_guardian(kemiren, visitor):
    page = make_class(kemiren, age_from=18)
    text = text_of(visitor.get(form_address(page)))
    assert "guardian_name" not in text and 'value="child"' not in text
    assert "Kelas ini bukan untuk usia itu" in text_of(send(visitor, page, **CHILD))


def test_a_class_for_children_offers_their_age_alone(kemiren, visitor):
    page = make_class(kemiren, age_from=7, age_to=12)
    text = text_of(visitor.get(form_address(page)))
    assert re.search(r'value="child"[^>]*checked', text) and 'value="adult"' not in text


def test_one_of_number_and_address_is_asked_for_in_plain_words_once(kemiren, visitor):
    text = text_of(visitor.get(form_address(make_class(kemiren, age_from=18))))
    assert text.count("Isi salah satu: nomor WhatsApp atau alamat surel.") == 1
    assert "boleh kosong" not in text


@pytest.mark.parametrize(
    ("ages", "purpose"), [({}, "off"), ({"age_to": 12}, "off"), ({"age_from": 18}, "name")]
)
def test_no_browser_writes_the_name_of_a_parent_where_that_of_the_child_belongs(
    kemiren, visitor, ages, purpose
):
    text = text_of(visitor.get(form_address(make_class(kemiren, **ages))))
    field = re.search(r'<input[^>]*name="name"[^>]*>', text)[0]
    assert f'autocomplete="{purpose}"' in field


def test_the_title_in_the_browser_names_the_class(kemiren, visitor):
    page = make_class(kemiren, "Tari & gamelan")
    html = visitor.get(form_address(page)).content.decode()
    assert "Tari &amp; gamelan" in re.search(r"<title>(.*?)</title>", html, re.S)[1]


# Who registers


def test_who_registers_gets_a_ticket_with_a_code_at_an_address_without_personal_data(kemiren, visitor):
    page = make_class(kemiren)
    answer = send(visitor, page)
    registration = Registration.objects.get()
    assert answer.status_code == 303
    assert re.fullmatch(rf"/pendaftaran/tiket/{registration.pk}\.[\w-]+/", answer["Location"])
    ticket = visitor.get(answer["Location"])
    assert registration.code in text_of(ticket) and "mendapat tempat" in text_of(ticket)
    assert "no-store" in ticket["Cache-Control"] and ticket["Referrer-Policy"] == "same-origin"
    assert registration.class_page == page and registration.language == "id"


def test_a_parent_registers_a_child(kemiren, visitor):
    send(visitor, make_class(kemiren), **CHILD)
    registration = Registration.objects.get()
    assert (registration.guardian_name, registration.is_under_age) == ("Wali Contoh", True)


def test_the_name_of_a_guardian_is_not_kept_of_grown_ups(kemiren, visitor):
    send(visitor, make_class(kemiren), guardian_name="Wali Contoh")
    assert Registration.objects.get().guardian_name == ""


def test_a_number_alone_is_enough(kemiren, visitor):
    send(visitor, make_class(kemiren), email="", whatsapp="0812 3456 7890")
    assert str(Registration.objects.get().whatsapp) == "+6281234567890"


def test_who_registers_on_the_english_page_stands_with_the_same_class(kemiren, visitor):
    page = make_class(kemiren)
    english = page.copy_for_translation(home_locale("en"), copy_parents=True)
    english.title = "Gandrung dance"
    publish(english)
    answer = send(visitor, page, "en")
    assert answer["Location"].startswith("/en/registration/ticket/")
    assert "Gandrung dance" in text_of(visitor.get(answer["Location"]))
    assert (Registration.objects.get().class_page, Registration.objects.get().language) == (page, "en")


def test_a_site_without_english_leads_to_its_indonesian_form(kemiren, visitor):
    page = make_class(kemiren)
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=False)
    assert visitor.get(form_address(page, "en"))["Location"] == form_address(page)


@pytest.mark.parametrize(
    "values",
    [{"live": False}, {"pk": 10**30}, {"pk": 1}],
    ids=["not published", "no number", "no class"],
)
def test_only_a_class_that_readers_may_open_has_a_form(kemiren, visitor, values):
    page = make_class(kemiren)
    type(page).objects.filter(pk=page.pk).update(live=values.get("live", True))
    page.pk = values.get("pk", page.pk)
    assert visitor.get(form_address(page)).status_code == 404


def test_another_village_has_no_form_for_it(kemiren, other):
    stranger = Client(HTTP_HOST=other.site.hostname)
    assert stranger.get(form_address(make_class(kemiren))).status_code == 404


# What it refuses; the form comes back as it was filled in


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"name": ""}, "Tulis nama peserta."),
        ({"name": "x" * 81}, "Terlalu panjang: tulis paling banyak 80 huruf."),
        ({"name": "x" * 100_000}, "Terlalu panjang: tulis paling banyak 80 huruf."),
        ({"name": "Putri 💃"}, "Tulis nama dengan huruf"),
        ({"name": "3510150101010001"}, "Ini tampaknya NIK"),
        ({"name": "..."}, "Tulis nama dengan huruf"),
        ({"age_group": ""}, "Pilih usia peserta."),
        ({"age_group": "toddler"}, "Kelas ini bukan untuk usia itu"),
        ({"age_group": "child"}, "Tulis juga nama Anda"),
        ({"email": "", "whatsapp": ""}, "Tulis nomor WhatsApp atau alamat surel"),
        ({"email": "contoh@"}, "Ini bukan alamat surel"),
        ({"whatsapp": "0812 34"}, "Ini bukan nomor telepon"),
        ({"whatsapp": "0812\x00345678"}, "Ini bukan nomor telepon"),
        ({"agreed": ""}, "Centang kotak ini"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_nothing_is_kept(kemiren, visitor, values, complaint):
    page = make_class(kemiren)
    answer = send(visitor, page, **{"guardian_name": "", "whatsapp": "0812 0000 9999", **values})
    text = text_of(answer)
    assert "private" in answer["Cache-Control"]
    assert answer.status_code == 200 and text.count(complaint) == 2  # in the summary and at the field
    assert 'role="alert"' in text
    if "name" not in values:
        assert 'value="Peserta Contoh"' in text
    assert not Registration.objects.exists() and not SignUpTally.objects.exists()


@pytest.mark.parametrize("typed", ["contoh@", "contöh@", "contöh@contoh.example"])
def test_a_bad_address_gets_one_complaint(kemiren, visitor, typed):
    text = text_of(send(visitor, make_class(kemiren), email=typed))
    assert text.count('class="error"') == 1
    assert not Registration.objects.exists()


def test_the_complaints_are_in_english_on_the_english_form(kemiren, visitor):
    text = text_of(send(visitor, make_class(kemiren), "en", name="", agreed=""))
    assert "Write the name of who joins." in text and "Tick the box" in text


def test_a_name_of_ten_megabytes_gets_a_page_that_says_so(kemiren, visitor):
    answer = send(visitor, make_class(kemiren), name="x" * 10_000_000)
    assert answer.status_code == 413 and "Teksnya terlalu panjang" in text_of(answer)
    assert not Registration.objects.exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Siti \t Nur\u2019aini\r\n", "Siti Nur\u2019aini"),
        ("M. Yusuf, S.Pd.", "M. Yusuf, S.Pd."),
        ("\u202eihtuP\u202c", "ihtuP"),
        ("محمد", "محمد"),
        ("Pu\u200btri\x07", "Putri"),
        ("Rene\u0301e", "Renée"),
    ],
)
def test_a_name_is_kept_as_people_write_it_without_what_cannot_be_seen(typed, kept):
    assert clean_name(typed) == kept


@pytest.mark.parametrize("typed", ["Hadiah www.jahat.com", "Klik jahat.ID sekarang", "a/b"])
def test_an_address_of_a_page_is_no_name(typed):
    with pytest.raises(ValidationError):
        clean_name(typed)


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"is_cancelled": True, "cancel_reason": "Pelatih sakit"}, "Kelas ini dibatalkan."),
        ({"term_from": -30, "term_to": -2}, "Kelas ini sudah selesai."),
        ({"term_from": -7, "registration_until": -1}, "Kelas sedang berjalan"),
        ({"registration_until": -1}, "Pendaftaran sudah ditutup."),
        ({"quota": 1, "has_waiting_list": False}, "Semua tempat sudah terisi, dan tidak ada daftar tunggu."),
        ({"takes_registrations": False}, "Untuk kelas ini tidak perlu mendaftar."),
    ],
)
def test_a_class_that_takes_nobody_says_why_and_keeps_what_was_typed(kemiren, visitor, values, complaint):
    today = timezone.localdate()
    later = {
        name: today + timedelta(days=value)
        for name, value in values.items()
        if type(value) is int and name != "quota"
    }
    page = make_class(kemiren, quota=1)
    make_registration(page)
    before = text_of(visitor.get(form_address(page)))
    for name, value in {"quota": 5, **values, **later}.items():
        setattr(page, name, value)
    publish(page)
    text = text_of(send(visitor, page))
    assert complaint in text and 'value="Peserta Contoh"' in text
    assert Registration.objects.count() == 1
    closed = text_of(visitor.get(form_address(page)))
    assert "<form class" in before and "<form class" not in closed and complaint in closed


def test_a_form_of_a_page_kept_for_days_is_to_be_looked_at_and_sent_once_more(kemiren, visitor):
    page = make_class(kemiren)
    text = text_of(send(visitor, page, seal=opened(page, timedelta(days=3))))
    assert "dibuka beberapa hari yang lalu" in text and 'value="Peserta Contoh"' in text
    renewed = re.search(r'name="seal" value="([^"]+)"', text)[1]
    assert renewed.count(".") == 1 and "Formulir terkirim sangat cepat" in text_of(
        send(visitor, page, seal=renewed)
    )


@pytest.mark.parametrize("mark", ["", "x", "é.ü", opened])
def test_a_form_without_a_valid_mark_is_to_be_sent_once_more(kemiren, visitor, mark):
    page, other_class = make_class(kemiren), make_class(kemiren, "Hadrah")
    mark = mark(other_class) if callable(mark) else mark
    assert "lalu kirim lagi" in text_of(send(visitor, page, seal=mark))
    assert not Registration.objects.exists()


def test_a_form_that_is_sent_in_no_time_registers_when_it_is_sent_again(kemiren, visitor):
    page, key = make_class(kemiren), uuid4()
    assert "sangat cepat" in text_of(send(visitor, page, seal=opened(page, timedelta(seconds=1), key)))
    assert send(visitor, page, seal=opened(page, timedelta(seconds=4), key)).status_code == 303


def test_a_program_that_fills_in_everything_is_told_so_like_a_person(kemiren, visitor):
    text = text_of(send(visitor, make_class(kemiren), website="https://contoh.example"))
    assert "isian tersembunyi" in text and "contoh.example/" not in text
    assert not Registration.objects.exists()


def test_a_page_of_another_site_cannot_register_anybody(kemiren, visitor):
    page = make_class(kemiren)
    headers = {"origin": "http://evil.example"}
    answer = visitor.post(form_address(page), filled(page), headers=headers)
    assert answer.status_code == 403 and not Registration.objects.exists()


# Once only


def test_a_double_tap_and_the_back_button_register_once(kemiren, visitor):
    page, key = make_class(kemiren), uuid4()
    answers = [send(visitor, page, seal=opened(page, key=key)) for _twice in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Registration.objects.count() == 1


def test_with_the_back_button_a_parent_registers_a_second_child(kemiren, visitor):
    page, key = make_class(kemiren), uuid4()
    for name in ("Anak Contoh", "Adik Contoh"):
        send(visitor, page, seal=opened(page, key=key), name=name, **CHILD)
    assert names() == ["Anak Contoh", "Adik Contoh"]


@pytest.mark.parametrize(
    ("contact", "words"),
    [({}, "Tautannya ada di surel"), ({"email": "", "whatsapp": "081234567890"}, "Tanyakan kepada desa")],
)
def test_the_same_person_twice_is_told_so_without_code_or_link(kemiren, visitor, contact, words):
    page = make_class(kemiren)
    send(visitor, page, **contact)
    text = text_of(send(visitor, page, name="peserta  CONTOH", **contact))
    assert "Anda sudah terdaftar di kelas ini" in text and words in text
    assert Registration.objects.get().code not in text and "/tiket/" not in text


# How often


def test_a_hall_of_pupils_behind_one_address_registers(kemiren, visitor):
    page = make_class(kemiren, quota=40)
    pupils = [send(visitor, page, name=f"Murid {'a' * number}", **CHILD) for number in range(1, 36)]
    assert {answer.status_code for answer in pupils} == {303}


@pytest.mark.parametrize("limit", ["FROM_ONE_READER", "AT_ONE_CLASS"])
def test_who_sends_far_too_many_gets_the_form_back_and_nothing_is_kept(kemiren, visitor, monkeypatch, limit):
    monkeypatch.setattr(reception, limit, 2)
    page = make_class(kemiren)
    for name in ("Satu", "Dua"):
        send(visitor, page, name=name)
    answer = send(visitor, page, name="Tiga")
    assert answer.status_code == 429 and 'value="Tiga"' in text_of(answer)
    assert names() == ["Satu", "Dua"]


def test_many_registrations_keep_nobody_from_the_newsletter(kemiren, visitor, monkeypatch):
    monkeypatch.setattr(reception, "FROM_ONE_READER", 2)
    page = make_class(kemiren)
    for name in ("Satu", "Dua", "Tiga"):
        send(visitor, page, name=name)
    headers = {"origin": f"http://{HOST}"}
    wishes = {"email": "a@contoh.example", "frequency": "weekly"}
    assert visitor.post("/langganan/", wishes, headers=headers).status_code == 302
