"""Following a request by its code: what it shows, writing to the office, taking the request back."""

from uuid import uuid4

import pytest

from services.asking import following
from services.codes import make_code, readable
from services.handling import acts
from services.models import RequestEntry, RequestFigure, RequestLetter, ServiceRequest
from sites.limits import Limits
from tests.factories.services import make_request, make_service, translate_service
from tests.factories.sites import make_person

from .forms import address, opened, send, text_of, words_of

pytestmark = pytest.mark.django_db
NIK = "3510" + "152004990001"


@pytest.fixture
def request_(kemiren):
    return make_request(kemiren)


@pytest.fixture
def page(request_):
    return address("request", request_.code)


def message(request_, text="Apakah sudah jadi?", **values):
    return {"text": text, "seal": opened(f"request-message-{request_.pk}"), **values}


def test_the_page_shows_state_answers_and_no_notes_of_the_office(kemiren, request_, visitor, page):
    clerk = make_person(kemiren)
    acts.answer(request_, clerk, "Silakan datang besok.", uuid4())
    acts.note(request_, clerk, "Orang ini kemarin marah.", uuid4())
    text = text_of(visitor.get(page))
    assert "Silakan datang besok." in text and "marah" not in text


def test_the_code_can_be_printed_scanned_and_kept_in_a_chat(request_, visitor, page):
    text = text_of(visitor.get(page))
    assert "<svg role" in text and "https://wa.me/?text=" in text
    assert readable(request_.code) in text and 'data-share="print"' in text


def test_the_code_is_read_however_it_is_typed(request_, visitor):
    typed = f" {readable(request_.code).lower().replace('-', ' ')} "
    answer = send(visitor, address("requests"), {"code": typed})
    assert answer.status_code == 303 and answer.url == address("request", request_.code)


def test_a_code_typed_with_dashes_in_the_address_leads_there_too(request_, visitor):
    assert visitor.get(address("request", readable(request_.code))).status_code == 200


@pytest.mark.parametrize("typed", ["", "K7QM", "x" * 500, "\x00", "../../admin"])
def test_a_wrong_code_is_said_to_be_unknown(kemiren, visitor, typed):
    answer = send(visitor, address("requests", language="en"), {"code": typed})
    assert answer.status_code == 200 and "This code is not known here" in words_of(answer)


def test_who_types_a_nik_for_a_code_is_told_kindly_and_it_is_not_shown_again(kemiren, visitor):
    answer = send(visitor, address("requests"), {"code": NIK})
    assert answer.status_code == 200 and NIK not in text_of(answer) and "NIK" in text_of(answer)


def test_a_hundred_tries_are_stopped_and_then_the_right_code_helps_nobody(request_, visitor):
    where = address("requests")
    answers = [send(visitor, where, {"code": make_code()}).status_code for _try in range(100)]
    assert answers[0] == 200 and answers[-1] == 429 and answers.index(429) <= 20
    assert send(visitor, where, {"code": request_.code}).status_code == 429


def test_right_codes_are_never_counted(request_, visitor, page):
    assert {visitor.get(page).status_code for _time in range(30)} == {200}


def test_an_old_code_says_that_everything_may_be_erased(request_, visitor, page):
    acts.erase(request_)
    answer = visitor.get(page)
    assert answer.status_code == 404
    posted = send(visitor, page, message(request_))
    assert posted.status_code == 404 and not RequestEntry.objects.exists()


def test_erased_between_finding_and_writing_nothing_is_kept(request_, visitor, page, monkeypatch):
    reply = acts.reply

    def erased_first(found, *rest):
        acts.erase(ServiceRequest.objects.get(pk=found.pk))
        return reply(found, *rest)

    monkeypatch.setattr(acts, "reply", erased_first)
    assert send(visitor, page, message(request_)).status_code == 404
    assert not RequestEntry.objects.exists()


def test_a_message_sent_twice_is_written_once(request_, visitor, page):
    values = message(request_)
    assert [send(visitor, page, values).status_code for _time in range(2)] == [303, 303]
    assert RequestEntry.objects.filter(kind="reply").count() == 1
    assert "Apakah sudah jadi?" in text_of(visitor.get(page))


def test_a_message_written_anew_in_the_form_of_the_last_one_is_kept_too(request_, visitor, page):
    values = message(request_)
    for text in ("Apakah sudah jadi?", "Apakah bisa diambil besok?"):
        send(visitor, page, {**values, "text": text})
    assert RequestEntry.objects.filter(kind="reply").count() == 2


def test_who_looks_after_the_request_is_told_of_a_message_without_its_text(kemiren, request_, visitor, page):
    clerk = make_person(kemiren)
    acts.assign(request_, clerk)
    send(visitor, page, message(request_))
    letter = RequestLetter.objects.get(user=clerk, entry__kind="reply")
    assert letter.request == request_


@pytest.mark.parametrize("text", ["", f"NIK saya {NIK}", "x" * 2001])
def test_a_message_that_can_not_be_kept_comes_back(request_, visitor, page, text):
    answer = send(visitor, page, message(request_, text))
    assert answer.status_code == 200 and 'class="errors"' in text_of(answer)
    assert not RequestEntry.objects.filter(kind="reply").exists()


def test_a_message_of_another_site_or_a_program_is_not_taken(request_, visitor, page):
    assert visitor.post(page, message(request_), headers={"origin": "http://evil.example"}).status_code == 403
    assert send(visitor, page, message(request_, website="x")).status_code == 200
    assert not RequestEntry.objects.filter(kind="reply").exists()


def test_so_many_messages_an_hour(request_, visitor, page, monkeypatch):
    monkeypatch.setattr(following, "MOST_WRITTEN", Limits("services.message", 2, 5, 10))
    answers = [send(visitor, page, message(request_, f"Pesan {number}")) for number in range(3)]
    assert [answer.status_code for answer in answers] == [303, 303, 429]
    assert "Pesan 2" in text_of(answers[-1])


def test_to_a_closed_request_nobody_can_write(kemiren, request_, visitor, page):
    acts.change_state(request_, "received", "done", make_person(kemiren))
    assert send(visitor, page, message(request_)).status_code == 200
    assert not RequestEntry.objects.filter(kind="reply").exists()
    assert 'name="text"' not in text_of(visitor.get(page))


def test_only_the_button_takes_a_request_back_and_twice_is_once(request_, visitor, page):
    where = address("request_withdraw", request_.code)
    assert visitor.get(where).status_code == 200
    request_.refresh_from_db()
    assert request_.state == "received"
    assert [send(visitor, where, {}).status_code for _time in range(2)] == [303, 303]
    request_.refresh_from_db()
    assert request_.state == "withdrawn" and request_.closed_at
    assert RequestEntry.objects.filter(state="withdrawn").count() == 1
    assert RequestFigure.objects.get().state == "withdrawn"
    assert visitor.get(where).status_code == 303
    assert where not in text_of(visitor.get(page))


def test_what_is_done_stays_done_when_somebody_takes_it_back(kemiren, request_, visitor):
    acts.change_state(request_, "received", "done", make_person(kemiren))
    send(visitor, address("request_withdraw", request_.code), {})
    request_.refresh_from_db()
    assert request_.state == "done"


@pytest.mark.parametrize("view", ["request", "request_withdraw", "request_private"])
def test_other_villages_know_none_of_it(other, visitor, view):
    code = make_request(other).code
    assert visitor.get(address(view, code)).status_code == 404
    assert send(visitor, address(view, code), {}).status_code == 404
    assert ServiceRequest.objects.get().state == "received"


def test_in_english_the_page_names_the_english_service(kemiren, visitor):
    service = make_service(kemiren, asking="question")
    translate_service(service, "Business letter")
    code = make_request(kemiren, service=service).code
    assert "Business letter" in text_of(visitor.get(address("request", code, language="en")))
    assert "Surat keterangan usaha" in text_of(visitor.get(address("request", code)))


def test_no_page_of_a_request_is_kept_or_sets_a_cookie(request_, visitor, page):
    for path in (page, address("request_withdraw", request_.code), address("requests")):
        answer = visitor.get(path)
        assert "no-store" in answer["Cache-Control"] and not answer.cookies
        assert answer["Referrer-Policy"] == "same-origin"


def test_pages_cost_the_same_however_much_was_written(
    kemiren, request_, visitor, page, django_assert_max_num_queries
):
    for number in range(5):
        acts.answer(request_, make_person(kemiren), f"Jawaban {number}", uuid4())
    visitor.get(page)
    with django_assert_max_num_queries(15):
        visitor.get(page)
