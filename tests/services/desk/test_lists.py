"""Ready answers and the roster, as an office keeps them."""

import pytest
from wagtail.models import ModelLogEntry

from services.models import CannedAnswer, DutyShift, RequestLetter
from tests.factories.services import make_request
from tests.factories.sites import make_person

from .steps import words_of

pytestmark = pytest.mark.django_db
NIK = "3510" + "152004990001"
SHIFT = {"day": "monday", "shown_as": "Kasi Pelayanan", "shown_as_en": "", "user": ""}


def test_a_clerk_adds_changes_and_deletes_a_ready_answer(at_counter, kemiren, desk):
    form = {"title": "Jam buka", "text": "Kami buka 08.00.", "text_en": ""}
    assert at_counter.post(desk("add_answer", kemiren), form).status_code == 302
    answer = CannedAnswer.objects.get()
    assert answer.title in at_counter.get(desk("answers", kemiren)).text
    at_counter.post(desk("answer", kemiren, answer), {**form, "text": "Kami buka 07.30."})
    answer.refresh_from_db()
    assert (answer.village, answer.text) == (kemiren, "Kami buka 07.30.")
    at_counter.post(desk("delete_answer", kemiren, answer))
    assert not CannedAnswer.objects.exists()
    assert ModelLogEntry.objects.filter(action="services.change_answers").count() == 3


@pytest.mark.parametrize(
    "wrong", [{"title": ""}, {"title": "x" * 81}, {"text": ""}, {"text": "x" * 1001}, {"text": f"NIK {NIK}"}]
)
def test_a_bad_ready_answer_comes_back_filled_in(at_counter, kemiren, desk, wrong):
    form = {"title": "Jam buka", "text": "Kami buka.", "text_en": "We are open.", **wrong}
    answer = at_counter.post(desk("add_answer", kemiren), form)
    assert answer.status_code == 200 and "We are open." in answer.text
    assert not CannedAnswer.objects.exists()


def test_opening_the_address_of_a_deletion_deletes_nothing(at_counter, kemiren, desk):
    answer = CannedAnswer.objects.create(village=kemiren, title="Jam", text="Buka")
    assert at_counter.get(desk("delete_answer", kemiren, answer)).url == desk("answers", kemiren)
    assert at_counter.get(desk("answer", kemiren, 10**20)).status_code == 404
    assert CannedAnswer.objects.exists()


def test_an_admin_puts_somebody_of_the_team_on_duty_who_then_sees_requests(
    admin, kemiren, asked, desk, log_in
):
    person = make_person(kemiren, "contributor")
    client = log_in(person, "kemiren.localhost")
    assert client.get(desk("request", asked)).status_code == 404
    admin.post(desk("add_shift", kemiren), {**SHIFT, "user": person.pk})
    assert client.get(desk("request", asked)).status_code == 200
    shift = DutyShift.objects.get()
    admin.post(desk("shift", kemiren, shift), SHIFT)
    assert client.get(desk("request", asked)).status_code == 404
    admin.post(desk("delete_shift", kemiren, shift))
    assert not DutyShift.objects.exists()


@pytest.mark.parametrize("wrong", [{"day": "hari"}, {"shown_as": ""}, {"user": "stranger"}, {"user": "x"}])
def test_a_bad_shift_comes_back(admin, kemiren, other, desk, wrong):
    if wrong.get("user") == "stranger":
        wrong = {"user": make_person(other).pk}
    answer = admin.post(desk("add_shift", kemiren), {**SHIFT, **wrong})
    assert answer.status_code == 200 and not DutyShift.objects.exists()


def test_the_roster_says_who_is_told_of_a_new_request(admin, clerk, kemiren, desk):
    assert str(clerk) in words_of(admin.get(desk("roster", kemiren))).partition(":")[2]
    request = make_request(kemiren)
    told = RequestLetter.objects.filter(request=request).exclude(user=None)
    assert [letter.user for letter in told] == [clerk]


def test_without_a_roster_the_admins_are_told(kemiren):
    person = make_person(kemiren)
    make_person(kemiren, "contributor")
    request = make_request(kemiren)
    told = RequestLetter.objects.filter(request=request).exclude(user=None)
    assert person in [letter.user for letter in told]
    assert all(letter.user.groups.filter(pk=kemiren.admin_group_id).exists() for letter in told)
