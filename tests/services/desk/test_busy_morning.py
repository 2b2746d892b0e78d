"""A clerk clears five requests, one after the other, without a script."""

import pytest
from django.urls import reverse

from services.models import CannedAnswer, RequestLetter, ServiceRequest
from tests.factories.services import make_request

from .steps import handle, hidden_fields

pytestmark = pytest.mark.django_db
INBOX = "/admin/permohonan/"
STEPS = ["handled", "ready", "done", "refused", "answer"]


def tell(client, where: str) -> None:
    """Open WhatsApp, come back, and tick it off."""
    page = client.get(where)
    assert page.context["tell_url"].startswith("https://wa.me/")
    letters = [letter.pk for letter in page.context["letters"]]
    client.post(where + "sudah-dikabari/", {"letter": letters})


def test_a_clerk_clears_five_requests(at_counter, kemiren):
    ready = CannedAnswer.objects.create(village=kemiren, title="Jam", text="Kantor buka 08.00 sampai 15.00.")
    for _number in STEPS:
        make_request(kemiren)
    queue = [found.pk for found in at_counter.get(INBOX).context["object_list"]]
    assert len(queue) == len(STEPS)
    for key, step in zip(queue, STEPS, strict=True):
        where = reverse("request_desk:request", args=[key])
        opened = at_counter.get(where)
        written = at_counter.post(where, {**hidden_fields(opened.text), "text": "", "insert": ready.pk})
        text = written.context["form"].initial["text"]
        assert handle(at_counter, ServiceRequest.objects.get(pk=key), step, text).url == where
        tell(at_counter, where)
    states = sorted(ServiceRequest.objects.values_list("state", flat=True))
    assert states == ["done", "handled", "ready", "received", "refused"]
    assert not RequestLetter.objects.for_staff().exists()
    assert [found.state for found in at_counter.get(INBOX).context["object_list"]] == [
        "handled",
        "ready",
        "received",
    ]
