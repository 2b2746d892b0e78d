"""What the office does with a request: steps that may follow, once each, with everybody told."""

from uuid import uuid4

import pytest

from services.choices import RequestState
from services.handling import acts
from services.models import RequestAttachment, RequestEntry, RequestFigure, RequestLetter, ServiceRequest
from tests.culture.queue import letters
from tests.factories.services import make_request
from tests.factories.sites import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(kemiren):
    return make_person(kemiren)


def test_a_request_goes_from_received_to_done(kemiren, clerk):
    request = make_request(kemiren)
    acts.change_state(request, "received", "handled", clerk)
    acts.change_state(request, "handled", "done", clerk, "Silakan datang.")
    request.refresh_from_db()
    assert request.state == RequestState.DONE and request.closed_at and request.assignee == clerk
    assert RequestFigure.objects.get().closed_on is not None


def test_of_two_clerks_the_second_hears_that_it_was_done(kemiren, clerk):
    request = make_request(kemiren)
    acts.change_state(request, "received", "done", clerk)
    with pytest.raises(acts.ChangedMeanwhile):
        acts.change_state(request, "received", "refused", clerk, "Tidak bisa.")


def test_a_step_that_may_not_follow_is_refused(kemiren, clerk):
    request = make_request(kemiren)
    acts.withdraw(request)
    with pytest.raises(acts.ChangedMeanwhile):
        acts.change_state(request, "withdrawn", "handled", clerk)


def test_an_answer_sent_twice_is_written_once(kemiren, clerk):
    request, key = make_request(kemiren), uuid4()
    assert acts.answer(request, clerk, "Bisa.", key) == acts.answer(request, clerk, "Bisa.", key)


def test_an_answer_to_an_erased_request_says_so(kemiren, clerk):
    request = make_request(kemiren)
    acts.erase(ServiceRequest.objects.get(pk=request.pk))
    with pytest.raises(acts.Erased):
        acts.answer(request, clerk, "Bisa.", uuid4())


def test_erasing_leaves_numbers_and_nothing_else(kemiren):
    request = make_request(kemiren)
    acts.erase(request)
    left = (ServiceRequest, RequestEntry, RequestLetter, RequestAttachment)
    assert not any(model.objects.exists() for model in left)
    assert RequestFigure.objects.get().request is None


def test_the_person_is_written_to_and_no_letter_to_staff_names_them(
    kemiren, clerk, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        request = make_request(kemiren, email="warga@contoh.example", message="Rahasia saya")
        acts.change_state(request, "received", "ready", clerk, "Surat sudah jadi.")
    sent = letters()
    by_address = {letter.to[0]: letter for letter in sent}
    assert "Surat sudah jadi." in "".join(
        letter.body for letter in sent if letter.to == ["warga@contoh.example"]
    )
    to_staff = by_address[clerk.email]
    assert request.name not in to_staff.body and request.code not in to_staff.body
    assert not any("Rahasia" in letter.body for letter in sent)
