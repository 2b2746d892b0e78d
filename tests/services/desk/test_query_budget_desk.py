"""The desks cost the same at 3 villages and at 217: for a village, for DPMD, for who sees all of them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from services.editing.taking_over import take_over
from services.models import ServicePage
from sites.models import Office, OfficePage, User, Village
from tests.factories import sites as factories
from tests.factories.services import make_request, make_service

pytestmark = [pytest.mark.django_db, pytest.mark.once]
MANY = 217


def ask_in(village: Village) -> None:
    make_request(village)
    make_request(village, "complaint", topic="water")


@pytest.fixture
def officer(portal):
    return factories.make_officer("dpmd")


@pytest.fixture
def template(officer):
    office = Office.objects.get(slug="dpmd")
    office.page = OfficePage.objects.in_language("id").get(office=office)
    return make_service(office, "Surat pindah")


@pytest.fixture
def few(kemiren, other, template):
    """Three villages with requests, two of which have taken over the template."""
    for village in (kemiren, other, factories.make_village()):
        ask_in(village)
    for village in (kemiren, other):
        take_over(template, village, factories.make_person(village))
    return template


@pytest.fixture
def visits(few, officer, log_in, admin):
    """Who looks at which page, as functions that return the number of its queries."""
    chief = log_in(User.objects.create_superuser("kepala@contoh.example", "sandi"))
    dpmd, found = log_in(officer), {}
    inbox, services = reverse("request_desk:index"), reverse("service_desk:index")
    found["inbox of a village"] = admin, inbox
    found["services of a village"] = admin, services
    found["inboxes of all"] = chief, inbox
    found["templates"] = dpmd, reverse("service_desk:templates")
    found["uptake of a template"] = dpmd, reverse("service_desk:template", args=[few.pk])
    found["report over villages"] = dpmd, reverse("request_desk:regency_report")
    found["first page of DPMD"] = dpmd, "/admin/"
    return found


def costs(visits) -> dict[str, int]:
    return {name: cost(*visit) for name, visit in visits.items()}


def cost(client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def test_217_villages_cost_no_more_queries_than_3(visits, few):
    before = costs(visits)
    for _number in range(12):
        village = factories.make_village()
        ask_in(village)
        take_over(few, village, factories.make_person(village))
    factories.make_crowd(MANY - Village.objects.open().count())
    assert Village.objects.open().count() == MANY
    assert ServicePage.objects.taken_over().in_language("id").count() == 14
    assert costs(visits) == before
