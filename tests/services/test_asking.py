"""Asking the office from afar: what is asked, what is refused, and that nothing is lost."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from services.asking import dates, views
from services.choices import RequestState
from services.codes import make_code, read_code, readable
from services.models import RequestFigure, ServiceRequest, ServiceState
from sites.identity_numbers import holds_identity_number
from sites.limits import Limits
from sites.models import SiteSettings
from tests.factories.services import make_request, make_service, translate_service

from .forms import address, filled, opened, purpose_of, send, text_of
from .hours import open_office

pytestmark = pytest.mark.django_db
NIK = "3510" + "152004990001"


def test_somebody_asks_and_follows_the_code_without_log_in_or_cookie(kemiren, visitor):
    service = make_service(kemiren, asking="question")
    where = address("request_service", service.pk)
    answer = send(visitor, where, filled(kemiren, service=service))
    assert answer.status_code == 303
    request = ServiceRequest.objects.get()
    page = visitor.get(answer.url)
    assert readable(request.code) in text_of(page) and not page.cookies
    assert (request.service, request.state) == (service, RequestState.RECEIVED)
    assert RequestFigure.objects.get().request == request


def test_a_form_sent_twice_asks_once(kemiren, visitor):
    service = make_service(kemiren, asking="question")
    values = filled(
        kemiren, service=service, seal=opened(purpose_of(kemiren, "question", service), key=uuid4())
    )
    where = address("request_service", service.pk)
    first, second = send(visitor, where, values), send(visitor, where, values)
    assert first.url == second.url and ServiceRequest.objects.count() == 1


def test_who_goes_back_and_asks_something_else_asks_twice(kemiren, visitor):
    service = make_service(kemiren, asking="question")
    values = filled(kemiren, service=service)
    where = address("request_service", service.pk)
    first = send(visitor, where, values)
    second = send(visitor, where, {**values, "message": "Dan apa yang harus saya bawa?"})
    assert first.url != second.url and ServiceRequest.objects.count() == 2


@pytest.mark.parametrize("field", ["name", "message", "email"])
def test_a_nik_is_caught_kindly_and_the_form_comes_back_filled_in(kemiren, visitor, field):
    service = make_service(kemiren, asking="question")
    values = filled(kemiren, service=service, **{field: f"NIK saya {NIK}"})
    answer = send(visitor, address("request_service", service.pk), values)
    assert answer.status_code == 200 and not ServiceRequest.objects.exists()
    assert "NIK" in text_of(answer) and "Warga Contoh" in text_of(answer) or field == "name"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (NIK, True),
        ("35.10.15.200499.0001", True),
        ("3510 1520 0499 0001", True),
        ("0812 3456 7890", False),
        ("081234567890 dan 081298765432", False),
        ("Rp 1.500.000, 12-10-2026", False),
        ("3510-1520-0499-0001", True),
        ("3510  1520  0499  0001", True),
        ("351015 - 200499 - 0001", True),
        ("351015\u2013200499\u20130001", True),
        (" ".join(NIK), True),
        (f"{NIK[:8]}\u200b{NIK[8:]}", True),
        ("".join(chr(ord(digit) + 0xFEE0) for digit in NIK), True),
        (f"{NIK} 2 anak", True),
        (f"2 anak {NIK}", True),
        (f"{NIK} {NIK}", True),
        ("3510 1520 0499 0001 3510 1520 0499 0002", True),
        (f"KTP_{NIK}_Siti", True),
        (f"{NIK}1", False),
        ("081234567890 / 081298765432", False),
        ("0812 3456 7890 - 0813 1234 5678", False),
        ("Padam 27-11-2026 08.00-15.00", False),
        ("1/12/2026 08.00 - 15.00 0333-12345", False),
        ("Token 1234 5678 9012 3456 7890", False),
    ],
)
def test_sixteen_digits_are_known_however_they_are_grouped(text, is_one):
    assert holds_identity_number(text) is is_one


def test_a_service_that_only_informs_takes_no_request(kemiren, visitor):
    service = make_service(kemiren)
    assert visitor.get(address("request_service", service.pk)).status_code == 404


def test_what_is_larger_than_any_form_is_not_even_read(kemiren, visitor):
    service = make_service(kemiren, asking="question", takes_attachments=True)
    answer = visitor.post(
        address("request_service", service.pk), {}, headers={"content-length": str(views.MOST_SENT + 1)}
    )
    assert answer.status_code == 413


def test_a_page_of_another_site_can_send_nothing(kemiren, visitor):
    service = make_service(kemiren, asking="question")
    where = address("request_service", service.pk)
    answer = visitor.post(where, filled(kemiren, service=service), headers={"origin": "http://evil.example"})
    assert answer.status_code == 403 and not ServiceRequest.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"seal": "x"},
        {"website": "http://spam.example"},
        {"agreed": ""},
        {"email": "", "whatsapp": ""},
        {"message": "?"},
        {"message": "x" * 2001},
        {"email": "warga"},
        {"whatsapp": "123"},
        {"name": ""},
    ],
)
def test_what_is_wrong_brings_the_form_back_filled_in(kemiren, visitor, wrong):
    service = make_service(kemiren, asking="question")
    answer = send(visitor, address("request_service", service.pk), filled(kemiren, service=service, **wrong))
    assert answer.status_code == 200 and not ServiceRequest.objects.exists()
    assert 'class="errors"' in text_of(answer)
    if "message" not in wrong:
        assert "Apakah bisa diwakilkan?" in text_of(answer)


@pytest.mark.parametrize("ago", [timedelta(seconds=0), timedelta(days=3)])
def test_a_form_sent_at_once_or_after_days_is_looked_at_once_more(kemiren, visitor, ago):
    service = make_service(kemiren, asking="question")
    seal = opened(purpose_of(kemiren, "question", service), ago)
    values = filled(kemiren, service=service, seal=seal)
    assert send(visitor, address("request_service", service.pk), values).status_code == 200
    assert not ServiceRequest.objects.exists()


def test_a_form_of_another_service_or_village_is_not_taken(kemiren, other, visitor):
    service, second = (
        make_service(kemiren, asking="question"),
        make_service(kemiren, "SKTM", asking="question"),
    )
    for seal in (
        opened(purpose_of(kemiren, "question", second)),
        opened(purpose_of(other, "question", service)),
    ):
        values = filled(kemiren, service=service, seal=seal)
        assert send(visitor, address("request_service", service.pk), values).status_code == 200
    assert not ServiceRequest.objects.exists()


def closed(service, status="closed", **values):
    return ServiceState.objects.create(service=service, status=status, reason="Mesin rusak", **values)


def test_a_closed_service_says_why_and_takes_nothing(kemiren, visitor):
    service = make_service(kemiren, asking="request")
    closed(service, reason_en="The machine is broken")
    where = address("request_service", service.pk)
    page = visitor.get(where)
    assert "Mesin rusak" in text_of(page) and 'name="message"' not in text_of(page)
    assert "The machine is broken" in text_of(
        visitor.get(address("request_service", service.pk, language="en"))
    )
    answer = send(visitor, where, filled(kemiren, "service", service))
    assert "Mesin rusak" in text_of(answer) and not ServiceRequest.objects.exists()


def test_a_limited_service_says_so_and_takes_requests(kemiren, visitor):
    service = make_service(kemiren, asking="question")
    closed(service, "limited")
    where = address("request_service", service.pk)
    assert "Mesin rusak" in text_of(visitor.get(where))
    assert send(visitor, where, filled(kemiren, service=service)).status_code == 303


def test_past_its_last_day_a_service_is_open_again(kemiren, visitor):
    service = make_service(kemiren, asking="question")
    closed(service, until=timezone.localdate() - timedelta(days=1))
    where = address("request_service", service.pk)
    assert send(visitor, where, filled(kemiren, service=service)).status_code == 303


def next_day(*weekdays: int) -> date:
    days = (timezone.localdate() + timedelta(days=ahead) for ahead in range(1, 15))
    return next(day for day in days if day.weekday() in weekdays)


def test_a_day_is_chosen_among_those_on_which_the_office_is_open(kemiren, visitor):
    open_office(kemiren)
    service = make_service(kemiren, asking="request")
    monday = next_day(0)
    values = filled(kemiren, "service", service, comes_on=monday.isoformat())
    assert send(visitor, address("request_service", service.pk), values).status_code == 303
    assert ServiceRequest.objects.get().comes_on == monday


@pytest.mark.parametrize("day", ["sunday", "holiday", "past", "far", "2026-02-31", "x"])
def test_days_outside_of_the_office_hours_are_refused(kemiren, visitor, day):
    holiday, today = next_day(2), timezone.localdate()
    open_office(kemiren, closed=[holiday])
    days = {
        "sunday": next_day(6),
        "holiday": holiday,
        "past": today - timedelta(days=7),
        "far": today + timedelta(days=dates.WITHIN_DAYS + 7),
    }
    service = make_service(kemiren, asking="request")
    values = filled(kemiren, "service", service, comes_on=str(days.get(day, day)))
    answer = send(visitor, address("request_service", service.pk), values)
    assert answer.status_code == 200 and not ServiceRequest.objects.exists()


def test_hours_of_the_service_count_before_those_of_the_office(kemiren):
    open_office(kemiren)
    office = SiteSettings.objects.get(site=kemiren.site)
    service = make_service(kemiren, asking="request")
    service.opening_hours = open_office(kemiren, days=["saturday"]).opening_hours
    assert {day.weekday() for day, _spans in dates.open_days(office, service)} == {5}


def test_an_office_without_hours_asks_for_no_day(kemiren, visitor):
    service = make_service(kemiren, asking="request")
    page = visitor.get(address("request_service", service.pk))
    assert page.status_code == 200 and 'name="comes_on"' not in text_of(page)


def test_in_english_the_form_speaks_of_the_english_page(kemiren, visitor):
    service = make_service(kemiren, asking="question")
    translate_service(service, "Business letter")
    where = address("request_service", service.pk, language="en")
    assert "Business letter" in text_of(visitor.get(where))
    answer = send(visitor, where, filled(kemiren, service=service))
    assert answer.url.startswith("/en/") and "Business letter" in text_of(visitor.get(answer.url))
    request = ServiceRequest.objects.get()
    assert (request.language, request.service_title) == ("en", "Surat keterangan usaha")


def test_a_site_without_english_leads_to_the_indonesian_form(kemiren, visitor):
    settings = SiteSettings.for_site(kemiren.site)
    settings.english_enabled = False
    settings.save()
    service = make_service(kemiren, asking="question")
    answer = visitor.get(address("request_service", service.pk, language="en"))
    assert answer.url == address("request_service", service.pk)


def test_public_information_is_asked_for_without_a_service(kemiren, visitor):
    answer = send(visitor, address("request_information"), filled(kemiren, "information"))
    request = ServiceRequest.objects.get()
    assert answer.status_code == 303 and (request.kind, request.kept_days) == ("information", 365)


def test_the_portal_and_a_template_of_the_regency_take_no_requests(portal, kemiren, visitor, get):
    template = make_service(asking="request")
    assert visitor.get(address("request_service", template.pk)).status_code == 404
    assert get("localhost", address("request_complaint")).status_code == 404


def test_a_service_of_another_village_takes_nothing_here(kemiren, other, visitor):
    service = make_service(other, asking="question")
    assert visitor.get(address("request_service", service.pk)).status_code == 404


def test_so_many_an_hour_and_no_more_and_the_form_keeps_what_was_typed(kemiren, visitor, monkeypatch):
    monkeypatch.setattr(views, "MOST_ASKED", Limits("services.request", 2, 5, 10))
    where = address("request_idea")
    answers = [send(visitor, where, filled(kemiren, "idea", topic="waste")) for _time in range(3)]
    assert [answer.status_code for answer in answers] == [303, 303, 429]
    assert "Apakah bisa diwakilkan?" in text_of(answers[-1]) and ServiceRequest.objects.count() == 2


def test_forms_with_files_are_counted_before_their_files_are_looked_into(kemiren, visitor, monkeypatch):
    monkeypatch.setattr(views, "MOST_WITH_FILES", Limits("services.files", 1, 5, 10))
    file = b"not a picture"
    where = address("request_idea")
    answers = [
        send(visitor, where, filled(kemiren, "idea", topic="waste", files=SimpleUploadedFile("a.jpg", file)))
        for _time in range(2)
    ]
    assert [answer.status_code for answer in answers] == [200, 429]


def test_neither_form_nor_page_of_a_request_carries_data_for_search_engines(kemiren, visitor):
    service = make_service(kemiren, asking="question")
    for path in (address("request_service", service.pk), address("request", make_request(kemiren).code)):
        answer = visitor.get(path)
        assert "application/ld+json" not in text_of(answer)
        assert answer["X-Robots-Tag"] == "noindex" and answer["Referrer-Policy"] == "same-origin"
        assert not answer.cookies


def test_codes_are_read_as_people_type_them():
    code = make_code()
    assert read_code(readable(code).lower().replace("-", " ")) == code
    assert read_code("123") == ""


def test_guessing_codes_is_stopped_also_for_right_ones(kemiren, visitor):
    code = make_request(kemiren).code
    answers = [visitor.get(address("request", make_code())).status_code for _try in range(100)]
    assert answers[0] == 404 and answers[-1] == 429
    assert visitor.get(address("request", code)).status_code == 429


def test_a_code_is_good_at_its_own_village_only(kemiren, other, visitor):
    code = make_request(other).code
    assert visitor.get(address("request", code)).status_code == 404
