"""One request: the next step, messages, notes, who looks after it, and what to tell on WhatsApp."""

import re
from urllib.parse import unquote
from uuid import uuid4

import pytest
from wagtail.models import ModelLogEntry

from services.codes import readable
from services.handling import acts
from services.models import CannedAnswer, RequestEntry, RequestLetter, ServiceRequest
from tests.factories.services import make_request
from tests.factories.sites import make_person

from .steps import handle, hidden_fields, words_of

pytestmark = pytest.mark.django_db
NIK = "3510" + "152004990001"


def test_a_button_takes_the_request_on_and_whoever_pressed_it_looks_after_it(at_counter, clerk, asked):
    assert handle(at_counter, asked, "handled").status_code == 302
    asked.refresh_from_db()
    assert (asked.state, asked.assignee) == ("handled", clerk)


def test_a_refusal_needs_a_reason_and_keeps_nothing_without_one(at_counter, asked):
    answer = handle(at_counter, asked, "refused")
    asked.refresh_from_db()
    assert answer.status_code == 200 and asked.state == "received"
    handle(at_counter, asked, "refused", "Bukan wewenang desa. Silakan ke Dukcapil.")
    asked.refresh_from_db()
    assert asked.state == "refused"


def test_only_a_message_leaves_the_state(at_counter, asked):
    handle(at_counter, asked, "answer", "Mohon ditunggu.")
    asked.refresh_from_db()
    assert asked.state == "received"
    assert asked.entries.get(kind="answer").text == "Mohon ditunggu."


@pytest.mark.parametrize(("act", "text"), [("answer", ""), ("withdrawn", "x"), ("", "x"), ("done'", "x")])
def test_what_can_not_be_sent_comes_back_and_changes_nothing(at_counter, asked, act, text):
    answer = handle(at_counter, asked, act, text)
    assert answer.status_code == 200 and text in answer.text
    assert asked.entries.count() == 1


def test_a_clerk_who_types_a_nik_is_stopped_too(at_counter, asked):
    answer = handle(at_counter, asked, "done", f"NIK Anda {NIK} sudah benar.")
    assert answer.status_code == 200 and "NIK" in words_of(answer)
    assert asked.entries.count() == 1


def test_a_form_sent_twice_acts_once(at_counter, asked, desk):
    where = desk("request", asked)
    values = {**hidden_fields(at_counter.get(where).text), "text": "Bisa.", "act": "answer"}
    assert at_counter.post(where, values).status_code == at_counter.post(where, values).status_code == 302
    assert asked.entries.filter(kind="answer").count() == 1


def test_of_two_clerks_the_slower_reads_that_it_changed_and_keeps_what_was_typed(
    at_counter, asked, desk, kemiren
):
    opened = hidden_fields(at_counter.get(desk("request", asked)).text)
    acts.change_state(asked, "received", "done", make_person(kemiren))
    values = {**opened, "text": "Sedang kami cek.", "act": "handled"}
    answer = at_counter.post(desk("request", asked), values)
    assert answer.status_code == 200 and "Sedang kami cek." in answer.text
    assert 'name="seen" value="done"' in answer.text


def test_an_answer_to_a_request_that_was_erased_meanwhile_is_not_lost_in_silence(at_counter, asked, desk):
    opened = hidden_fields(at_counter.get(desk("request", asked)).text)
    acts.erase(ServiceRequest.objects.get(pk=asked.pk))
    answer = at_counter.post(desk("request", asked), {**opened, "text": "Bisa.", "act": "answer"})
    assert answer.status_code == 404 and desk("index") in answer.text
    assert not RequestEntry.objects.exists() and not RequestLetter.objects.exists()


def test_a_ready_answer_is_put_below_what_was_typed_without_a_script(at_counter, kemiren, desk):
    guest = make_request(kemiren, language="en")
    ready = CannedAnswer.objects.create(
        village=kemiren, title="Jam", text="Kantor buka 08.00.", text_en="We open at 8."
    )
    where = desk("request", guest)
    values = {**hidden_fields(at_counter.get(where).text), "text": "Dear guest,", "insert": ready.pk}
    answer = at_counter.post(where, values)
    assert answer.status_code == 200 and guest.entries.count() == 1
    assert answer.context["form"].initial["text"] == "Dear guest,\n\nWe open at 8."


def test_ready_answers_of_another_village_are_not_put_in(at_counter, asked, other, desk):
    theirs = CannedAnswer.objects.create(village=other, title="Jam", text="Rahasia")
    answer = at_counter.post(desk("request", asked), {"text": "Halo", "insert": theirs.pk})
    assert answer.status_code == 200 and "Rahasia" not in answer.text


def test_a_note_is_for_the_office_and_tells_nobody(at_counter, asked, desk, visitor):
    before = RequestLetter.objects.count()
    form = {"note-text": "Cek buku C.", "note-form_key": uuid4()}
    assert at_counter.post(desk("note", asked), form).status_code == 302
    assert "Cek buku C." in at_counter.get(desk("request", asked)).text
    assert "Cek buku C." not in visitor.get(f"/permohonan/{asked.code}/").content.decode()
    assert RequestLetter.objects.count() == before


def test_an_empty_note_comes_back(at_counter, asked, desk):
    answer = at_counter.post(desk("note", asked), {"note-text": "", "note-form_key": uuid4()})
    assert answer.status_code == 200 and not asked.entries.filter(kind="note").exists()


def test_a_request_is_handed_to_somebody_who_is_told(admin, clerk, asked, desk):
    admin.post(desk("assign", asked), {"assignee": clerk.pk})
    asked.refresh_from_db()
    assert asked.assignee == clerk
    # The first letter told of the request itself.
    assert RequestLetter.objects.filter(user=clerk, request=asked).exists()
    admin.post(desk("assign", asked), {"assignee": ""})
    asked.refresh_from_db()
    assert asked.assignee is None


def test_nobody_who_may_not_see_it_can_look_after_it(admin, kemiren, other, asked, desk):
    for person in (make_person(kemiren, "contributor"), make_person(other), make_person()):
        admin.post(desk("assign", asked), {"assignee": person.pk})
        asked.refresh_from_db()
        assert asked.assignee is None


def test_who_gave_no_address_is_told_on_whatsapp_with_code_and_link(at_counter, asked, desk):
    handle(at_counter, asked, "ready", "Surat sudah jadi.")
    page = at_counter.get(desk("request", asked))
    text = unquote(page.context["tell_url"])
    assert text.startswith("https://wa.me/62813") and "Surat sudah jadi." in text
    assert readable(asked.code) in text and f"/permohonan/{asked.code}/" in text


def test_only_what_stood_on_the_page_is_ticked_off(at_counter, asked, desk):
    handle(at_counter, asked, "handled")
    shown = [letter.pk for letter in at_counter.get(desk("request", asked)).context["letters"]]
    handle(at_counter, asked, "ready")
    at_counter.post(desk("told", asked), {"letter": [*shown, "x", "9" * 30]})
    left = at_counter.get(desk("request", asked)).context["letters"]
    assert [letter.entry.state for letter in left] == ["ready"]


def ways_on(client, where):
    """Where the messages of a page lead."""
    return re.findall(r'<a href="([^"]*)"', "".join(map(str, client.get(where).context["messages"])))


def test_once_the_person_knows_the_page_leads_to_the_next_request_that_nobody_has_begun_with(
    at_counter, asked, kemiren, other, desk
):
    begun, by_mail = make_request(kemiren), make_request(kemiren, email="warga@contoh.example")
    make_request(other)
    handle(at_counter, begun, "handled")
    assert ways_on(at_counter, handle(at_counter, asked, "handled").url) == []
    shown = [letter.pk for letter in asked.letters.for_staff()]
    told = at_counter.post(desk("told", asked), {"letter": shown})
    assert ways_on(at_counter, told.url) == [desk("request", by_mail)]
    assert ways_on(at_counter, handle(at_counter, by_mail, "done").url) == [desk("index")]


def test_a_reply_is_told_to_who_looks_after_it_or_else_to_who_is_on_duty(kemiren, clerk, asked):
    former = make_person(kemiren)
    acts.assign(asked, former)
    RequestLetter.objects.all().delete()
    former.groups.clear()
    acts.reply(asked, "Kapan jadi?", uuid4())
    assert [letter.user for letter in RequestLetter.objects.all()] == [clerk]


def test_a_withdrawn_request_offers_no_step(at_counter, asked, desk):
    acts.withdraw(asked)
    assert 'name="act"' not in at_counter.get(desk("request", asked)).text


def test_each_look_and_act_is_written_down_without_who_asked(at_counter, clerk, asked):
    handle(at_counter, asked, "handled")
    entries = ModelLogEntry.objects.filter(action__startswith="services.", user=clerk)
    assert set(entries.values_list("action", flat=True)) == {"services.look", "services.change_state"}
    assert not any(asked.name in str(entry.data) or asked.code in str(entry.data) for entry in entries)
    assert {entry.data["request"] for entry in entries} == {asked.pk}


def test_addresses_of_buttons_only_lead_back_when_they_are_opened(at_counter, asked, desk):
    for name in ("note", "assign", "told", "take_back"):
        assert at_counter.get(desk(name, asked)).url == desk("request", asked)
