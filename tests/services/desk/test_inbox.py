"""The queue of a village office: what is shown, in which order, and how somebody is found."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from services.codes import readable
from services.handling import acts
from services.models import ServiceRequest
from tests.factories.services import make_request, make_service
from tests.factories.sites import make_person

from .steps import words_of

pytestmark = pytest.mark.django_db
INBOX = "/admin/permohonan/"


def make_late(request, days: int = 3):
    due_on = timezone.localdate() - timedelta(days)
    ServiceRequest.objects.filter(pk=request.pk).update(due_on=due_on)


def shown(client, **query) -> list[str]:
    return [found.name for found in client.get(INBOX, query).context["object_list"]]


def test_what_is_due_first_comes_first_and_what_is_closed_stays_away(kemiren, admin):
    make_request(kemiren, name="Nanti")
    make_late(make_request(kemiren, name="Terlambat"))
    acts.change_state(make_request(kemiren, name="Selesai"), "received", "done", make_person(kemiren))
    assert shown(admin) == ["Terlambat", "Nanti"]
    assert shown(admin, state="closed") == ["Selesai"]


def test_of_what_is_closed_the_newest_comes_first(kemiren, admin):
    early, late = make_request(kemiren, name="Dulu"), make_request(kemiren, name="Baru")
    for found, due in ((early, 1), (late, 9)):
        acts.change_state(found, "received", "done", make_person(kemiren))
        ServiceRequest.objects.filter(pk=found.pk).update(due_on=timezone.localdate() + timedelta(due))
    assert shown(admin, state="closed") == ["Baru", "Dulu"]


def test_the_list_narrows_to_kind_service_own_and_late(kemiren, log_in):
    me = make_person(kemiren)
    client = log_in(me, "kemiren.localhost")
    service = make_service(kemiren, "SKTM", asking="request")
    make_request(kemiren, "service", name="Minta SKTM", service=service)
    mine = make_request(kemiren, "complaint", name="Mengadu", topic="roads")
    acts.assign(mine, me)
    make_late(mine)
    assert shown(client, service="SKTM") == shown(client, kind="service") == ["Minta SKTM"]
    assert shown(client, which="mine") == shown(client, which="late") == ["Mengadu"]


@pytest.mark.parametrize("query", [{"state": "tidak-ada"}, {"kind": "'"}, {"service": "x" * 500}])
def test_what_is_no_choice_narrows_nothing(kemiren, admin, query):
    make_request(kemiren, name="Warga")
    assert shown(admin, **query) == ["Warga"]


def test_the_page_tells_age_lateness_and_who_looks_after_it(kemiren, admin):
    request = make_request(kemiren)
    make_late(request)
    ServiceRequest.objects.filter(pk=request.pk).update(created_at=timezone.now() - timedelta(days=5))
    words = words_of(admin.get(INBOX))
    assert "5 hari" in words or "5 days" in words
    assert "belum ada" in words or "nobody yet" in words


@pytest.mark.parametrize("words", ["warga con", "code", "0812 3456 7890"])
def test_somebody_is_found_by_a_form_and_never_through_the_address(kemiren, admin, words):
    found = make_request(kemiren, name="Warga Contoh", whatsapp="+6281234567890")
    make_request(kemiren, name="Orang Lain")
    if words == "code":
        words = readable(found.code).lower()
    answer = admin.post(INBOX, {"words": words})
    assert [row.name for row in answer.context["object_list"]] == ["Warga Contoh"]
    assert ModelLogEntry.objects.filter(action="services.search").count() == 1
    assert len(shown(admin, q="Warga Contoh")) == 2


def test_the_number_of_queries_does_not_grow_with_the_requests(kemiren, admin, django_assert_num_queries):
    make_request(kemiren)
    admin.get(INBOX)
    with CaptureQueriesContext(connection) as few:
        admin.get(INBOX)
    for _number in range(12):
        make_request(kemiren)
    with django_assert_num_queries(len(few)):
        admin.get(INBOX)


def test_the_first_page_of_the_admin_counts_what_is_to_be_done(kemiren, admin):
    assert INBOX + "?which=late" not in admin.get("/admin/").text
    make_late(make_request(kemiren))
    page = admin.get("/admin/").text
    assert INBOX + "?which=late" in page


def test_the_inbox_leads_to_answers_roster_and_report(kemiren, admin):
    page = admin.get(INBOX).text
    for name in ("answers", "roster", "report"):
        assert reverse(f"request_desk:{name}", args=[kemiren.pk]) in page
