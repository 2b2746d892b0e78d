"""A NIK or a KK number that somebody types into any form of readers is caught, with a kind word."""

import json
from html import unescape
from uuid import uuid4

import pytest
from django.test import Client, RequestFactory

from learning.certificates import links
from learning.models import Attempt, Certificate
from services.models import ServiceRequest
from sites.identity_numbers import holds_identity_number, without_identity_numbers
from sites.models import Subscription
from tests.culture.forms import send as register
from tests.factories.culture import make_class
from tests.factories.learning import make_attempt, make_course
from tests.factories.marketplace import make_business, make_product
from tests.factories.services import make_public_document, make_service
from tests.learning.forms import send as send_quiz

from .forms import address, filled, send
from .test_library import file_of

pytestmark = [pytest.mark.django_db, pytest.mark.once]
NIK = "3510" + "152004990001"
HOST = "kemiren.localhost"


def says_so(answer) -> bool:
    """Whether the kind word stands there, in whatever language it is written."""
    text = unescape(answer.content.decode())
    return "NIK" in text and ("KK" in text or "family card" in text)


@pytest.mark.parametrize("path", ["/cari/", "/en/search/"])
def test_the_search_box_leaves_it_out_and_says_why(kemiren, get, path):
    answer = get(HOST, f"{path}?q=ktp+{NIK}")
    assert says_so(answer)
    assert NIK not in answer.text.partition("<main")[2].partition("</main>")[0]
    assert 'role="alert"' not in get(HOST, f"{path}?q=ktp").text


def test_suggestions_look_for_the_other_words_only(kemiren, get):
    answer = get(HOST, f"/cari/saran/?q={NIK}")
    assert answer.json()["items"] == []


def test_the_village_finder_of_the_portal_leaves_it_out(portal, get):
    for query in ("", "&part=villages"):
        answer = get("localhost", f"/?q={NIK}{query}")
        assert says_so(answer)
        assert f'value="{NIK}"' not in answer.text and f"“{NIK}”" not in answer.text


@pytest.mark.parametrize("path", ["/layanan/", "/informasi-publik/"])
def test_lists_of_services_and_documents_leave_it_out(kemiren, get, path):
    make_service(kemiren)
    make_public_document(kemiren, file_of(kemiren))
    answer = get(HOST, f"{path}?q={NIK}")
    assert says_so(answer) and f'value="{NIK}"' not in answer.text and f"“{NIK}”" not in answer.text
    assert "Surat keterangan usaha" in answer.text or "APBDes 2026" in answer.text


def test_the_market_leaves_it_out(kemiren, get):
    make_product(make_business(kemiren))
    answer = get(HOST, f"/pasar/?q={NIK}")
    assert says_so(answer) and f'value="{NIK}"' not in answer.text


def test_the_newsletter_takes_no_such_address(kemiren):
    client = Client(HTTP_HOST=HOST)
    values = {"email": f"{NIK}@contoh.example", "frequency": "weekly"}
    answer = client.post("/langganan/", values, headers={"origin": f"http://{HOST}"})
    assert answer.status_code == 200 and says_so(answer) and not Subscription.objects.exists()


def test_no_certificate_bears_one(kemiren):
    course = make_course(kemiren, gives_certificate=True)
    request = RequestFactory(HTTP_HOST=HOST).get("/")
    answer = Client(HTTP_HOST=HOST).post(
        links.claim_url(make_attempt(course), request), {"name": f"Siti {NIK}"}
    )
    assert says_so(answer) and not Certificate.objects.exists()


def test_it_is_no_code_of_a_certificate(kemiren, get):
    assert says_so(get(HOST, f"/sertifikat/?code={NIK}"))


def test_a_quiz_scores_no_such_answer(kemiren):
    course = make_course(kemiren, kinds=("short",))
    key = course.question_list[0].key
    answer = send_quiz(course, {key: [NIK]}, uuid4())
    assert says_so(answer) and not Attempt.objects.exists()


def test_it_is_no_learning_code(kemiren):
    body = json.dumps({"code": NIK})
    answer = Client(HTTP_HOST=HOST).post("/kode-belajar/pakai/", body, content_type="text/plain")
    assert "NIK" in answer.json()["message"]


def test_no_class_registers_one(kemiren):
    page = make_class(kemiren)
    answer = register(Client(HTTP_HOST=HOST), page, name=f"Siti {NIK}")
    assert says_so(answer) and not page.registrations.exists()


@pytest.mark.parametrize("field", ["name", "message", "email", "whatsapp", "place"])
def test_no_complaint_holds_one(kemiren, visitor, field):
    values = filled(kemiren, "complaint", topic="roads") | {field: NIK}
    answer = send(visitor, address("request_complaint"), values)
    assert answer.status_code == 200 and says_so(answer) and not ServiceRequest.objects.exists()


@pytest.mark.parametrize("text", [f"{NIK[:4]}\t{NIK[4:]}", f"nik:{NIK}.", f"{NIK[:6]}\u00a0{NIK[6:]}"])
def test_it_is_known_between_other_signs(text):
    assert holds_identity_number(text)


def test_what_is_searched_for_keeps_its_other_words():
    assert without_identity_numbers(f"ktp {NIK} hilang").split() == ["ktp", "hilang"]
    assert without_identity_numbers("0812 3456 7890") == "0812 3456 7890"
