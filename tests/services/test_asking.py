"""Asking the office from afar: what is asked, what is refused, and that nothing is lost."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from services.choices import RequestState
from services.codes import make_code, read_code, readable
from services.models import RequestFigure, ServiceRequest
from sites.identity_numbers import holds_identity_number
from tests.factories.services import make_request, make_service

from .forms import address, filled, opened, purpose_of, send, text_of

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
    ],
)
def test_sixteen_digits_are_known_however_they_are_grouped(text, is_one):
    assert holds_identity_number(text) is is_one


def test_a_service_that_only_informs_takes_no_request(kemiren, visitor):
    service = make_service(kemiren)
    assert visitor.get(address("request_service", service.pk)).status_code == 404


def test_a_program_named_as_a_pdf_is_refused(kemiren, visitor):
    service = make_service(kemiren, asking="question", takes_attachments=True)
    file = SimpleUploadedFile("surat.pdf", b"MZ\x90\x00" * 64)
    answer = send(
        visitor, address("request_service", service.pk), filled(kemiren, service=service, files=file)
    )
    assert answer.status_code == 200 and not ServiceRequest.objects.exists()


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
