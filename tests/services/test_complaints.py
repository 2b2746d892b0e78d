"""Complaints and ideas that everybody may read: only what was published, without a name, while it is."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from services.handling import acts
from services.models import ServiceRequest
from sites.media.private_files import checked_file
from tests.factories.services import make_request
from tests.sites.media.files import jpeg

from .forms import address, filled, send, words_of

pytestmark = pytest.mark.django_db
HOST, LIST, ENGLISH = "kemiren.localhost", "/pengaduan/", "/en/complaints/"
BUDGET = 15


@pytest.fixture
def published(kemiren):
    """A function: a complaint with a picture, published in words that the office has looked at."""

    def make(text="Jalan berlubang.", answer="", village=kemiren, **values):
        values = {"kind": "complaint", "topic": "roads", "may_be_public": True, **values}
        file = checked_file(SimpleUploadedFile("jalan.jpg", jpeg()))
        request = make_request(village, files=[file], **values)
        acts.publish(request, text, answer, list(request.attachments.values_list("pk", flat=True)))
        request.refresh_from_db()
        return request

    return make


def page_of(request, language="id"):
    return f"{LIST if language == 'id' else ENGLISH}{request.pk}/"


def picture_of(request):
    return f"{page_of(request)}{request.attachments.get().pk}/"


def test_an_empty_list_says_what_will_stand_there(kemiren, get):
    answer = get(HOST, LIST)
    assert answer.status_code == 200
    assert address("request_complaint") in answer.text and address("requests") in answer.text


def test_what_was_sent_is_seen_by_nobody_before_it_is_published(kemiren, get):
    request = make_request(kemiren, kind="complaint", topic="roads", may_be_public=True, message="Lubang")
    assert "Lubang" not in get(HOST, LIST).text
    assert get(HOST, page_of(request)).status_code == 404


def test_a_published_one_shows_state_and_answer_and_neither_name_nor_first_wording(published, get):
    request = published(
        answer="Diperbaiki minggu depan.", name="Orang Rahasia", message="Kata asli", place="RT 3"
    )
    for answer in (get(HOST, page_of(request)), get(HOST, page_of(request, "en")), get(HOST, LIST)):
        assert answer.status_code == 200
        assert "Jalan berlubang." in answer.text and "RT 3" in answer.text
        assert not any(text in answer.text for text in ("Orang Rahasia", "Kata asli", request.code))
    assert "Diperbaiki minggu depan." in get(HOST, page_of(request)).text


def test_each_is_shared_by_its_own_address_and_found_by_no_search_engine(published, get):
    request = published()
    text = get(HOST, page_of(request)).text
    assert f'value="http://{HOST}{page_of(request)}" readonly' in text
    assert '<meta name="robots" content="noindex">' in text
    head = text.partition("<body>")[0]
    assert "Jalan berlubang" not in head


def test_the_language_switch_leads_to_the_same_complaint(published, get):
    request = published()
    assert page_of(request, "en") in get(HOST, page_of(request)).text


def test_no_device_keeps_what_may_be_taken_back(published, get):
    request = published()
    for path in (LIST, page_of(request), picture_of(request)):
        assert "private" in get(HOST, path)["Cache-Control"], path


def test_the_picture_is_served_while_it_is_published_and_no_longer(published, get):
    request = published()
    path = picture_of(request)
    answer = get(HOST, path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    acts.take_back(request)
    assert get(HOST, path).status_code == 404
    assert get(HOST, page_of(request)).status_code == 404


def test_a_picture_that_the_office_left_out_is_served_to_nobody(published, get):
    request = published()
    acts.publish(request, request.public_text, "", [])
    assert get(HOST, page_of(request)).status_code == 200
    assert get(HOST, picture_of(request)).status_code == 404


def test_a_picture_has_no_address_below_another_complaint(published, get):
    one, two = published(), published()
    assert get(HOST, f"{page_of(one)}{two.attachments.get().pk}/").status_code == 404


def test_another_village_shows_nothing_of_it(published, other, get):
    request = published()
    host = other.site.hostname
    assert "Jalan berlubang." not in get(host, LIST).text
    assert get(host, page_of(request)).status_code == 404
    assert get(host, picture_of(request)).status_code == 404


@pytest.mark.parametrize("number", [0, 99_999_999, 10**30])
def test_a_number_that_is_none_is_not_found(kemiren, get, number):
    assert get(HOST, f"{LIST}{number}/").status_code == 404
    assert get(HOST, f"{LIST}{number}/{number}/").status_code == 404


def test_an_erased_one_leaves_neither_page_nor_picture(published, get):
    request = published()
    path, file = picture_of(request), page_of(request)
    acts.erase(request)
    assert get(HOST, path).status_code == get(HOST, file).status_code == 404


def test_the_list_is_narrowed_by_kind_topic_and_state(published, kemiren, get):
    published("Lampu mati", topic="lights")
    closed = published("Jalan rusak", answer="Selesai")
    ServiceRequest.objects.filter(pk=closed.pk).update(state="done", closed_at=closed.created_at)
    published("Bank sampah", kind="idea", topic="waste")

    def shown(query):
        text = get(HOST, f"{LIST}?{query}").text
        return {word for word in ("Lampu mati", "Jalan rusak", "Bank sampah") if word in text}

    assert shown("") == {"Lampu mati", "Jalan rusak", "Bank sampah"}
    assert shown("topic=lights") == {"Lampu mati"}
    assert shown("kind=idea") == {"Bank sampah"}
    assert shown("state=closed") == {"Jalan rusak"}
    assert shown("state=open&kind=complaint") == {"Lampu mati"}
    assert shown("kind=question&topic=x&state=%00&page=zzz") == shown("")
    assert shown("kind=idea&topic=roads") == set()


def test_the_list_goes_on_on_a_second_page(published, get):
    for number in range(13):
        published(f"Keluhan nomor {number}.")
    assert "Keluhan nomor 12." in get(HOST, LIST).text
    second = get(HOST, f"{LIST}?page=2").text
    assert "Keluhan nomor 0." in second and "Keluhan nomor 12." not in second


def test_who_sent_it_may_take_the_consent_back_also_when_it_is_answered(published, visitor, get):
    request = published(answer="Selesai")
    ServiceRequest.objects.filter(pk=request.pk).update(state="done", closed_at=request.created_at)
    assert page_of(request) in visitor.get(address("request", request.code)).text
    assert send(visitor, address("request_private", request.code), {}).status_code == 303
    assert get(HOST, page_of(request)).status_code == 404
    assert address("request_private", request.code) not in visitor.get(address("request", request.code)).text
    with pytest.raises(acts.ChangedMeanwhile):
        acts.publish(request, "Jalan", "", [])


def test_a_complaint_that_was_taken_back_is_public_no_longer(published, visitor, get):
    request = published()
    send(visitor, address("request_withdraw", request.code), {})
    assert get(HOST, page_of(request)).status_code == 404


def test_a_complaint_is_sent_with_topic_place_and_picture(kemiren, visitor):
    file = SimpleUploadedFile("jalan.jpg", jpeg())
    values = filled(kemiren, "complaint", topic="roads", place="RT 3", files=file, may_be_public="on")
    assert send(visitor, address("request_complaint"), values).status_code == 303
    request = ServiceRequest.objects.get()
    assert (request.topic, request.place, request.may_be_public) == ("roads", "RT 3", True)
    assert request.attachments.get().name == "jalan.jpg" and not request.is_published


def test_without_a_tick_it_is_for_the_office_alone(kemiren, visitor):
    send(visitor, address("request_idea"), filled(kemiren, "idea", topic="waste"))
    assert not ServiceRequest.objects.get().may_be_public


@pytest.mark.parametrize("topic", ["", "nonsense"])
def test_what_it_is_about_has_to_be_chosen(kemiren, visitor, topic):
    answer = send(visitor, address("request_complaint"), filled(kemiren, "complaint", topic=topic))
    assert answer.status_code == 200 and not ServiceRequest.objects.exists()
    assert "Apakah bisa diwakilkan?" in words_of(answer)


def test_list_and_page_cost_the_same_with_one_complaint_and_with_many(published, get):
    request = published()

    def queries(path):
        get(HOST, path)
        with CaptureQueriesContext(connection) as captured:
            assert get(HOST, path).status_code == 200
        return len(captured)

    before = [queries(LIST), queries(page_of(request)), queries(f"{ENGLISH}?kind=idea")]
    for _number in range(12):
        published()
    assert [queries(LIST), queries(page_of(request)), queries(f"{ENGLISH}?kind=idea")] == before
    assert max(before) <= BUDGET
