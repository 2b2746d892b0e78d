"""The desk of services: states from a phone, what to check again, and what offices see of their templates."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from services.editing.fields import label_of
from services.editing.taking_over import take_over
from services.models import DutyShift, ServicePage, ServiceState
from services.service_desk.figures import adjusted_by_field, own_pages_of, uptake_of
from sites.models import Office, OfficePage
from sites.workflow import switch_workflow
from tests.factories import sites as factories
from tests.factories.days import in_days
from tests.factories.services import make_service

pytestmark = pytest.mark.django_db
NEXT_WEEK = in_days(7)
LONG_AGO = in_days(-400)
CLOSED = {
    "status": "closed",
    "reason": "Printer rusak",
    "reason_en": "Printer broken",
    "until": f"{NEXT_WEEK}",
}


@pytest.fixture
def service(kemiren):
    return make_service(kemiren, checked_on=LONG_AGO)


@pytest.fixture
def contributor(kemiren):
    return factories.make_person(kemiren, "contributor")


def at(page, name="service"):
    return reverse(f"service_desk:{name}", args=[page.pk])


def office_named(slug):
    office = Office.objects.get(slug=slug)
    office.page = OfficePage.objects.in_language("id").get(office=office)
    return office


def said(page):
    return ServiceState.objects.filter(service=page).first()


def test_closed_today_is_said_without_a_new_version_of_the_page(admin, service):
    revision = service.latest_revision_id
    admin.post(at(service), CLOSED)
    state = said(service)
    assert (state.status, state.reason, state.until, state.holds) == (
        "closed",
        "Printer rusak",
        NEXT_WEEK,
        True,
    )
    assert ServicePage.objects.get(pk=service.pk).latest_revision_id == revision
    assert "Printer rusak" in admin.get(at(service)).text


def test_as_usual_again_is_no_row_whatever_else_stands_in_the_form(admin, service):
    admin.post(at(service), CLOSED)
    admin.post(at(service), {"status": "normal", "reason": "", "until": "kemarin"})
    assert said(service) is None


def test_past_its_last_day_all_is_as_usual(admin, service):
    admin.post(at(service), CLOSED)
    ServiceState.objects.update(until=in_days(-1))
    assert "Printer rusak" not in admin.get(at(service)).text


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"reason": ""}, "reason"),
        ({"reason": "x" * 201}, "reason"),
        ({"reason": "NIK 3510" + "152004990001"}, "reason"),
        ({"until": f"{in_days(-1)}"}, "until"),
        ({"until": f"{in_days(500)}"}, "until"),
        ({"until": "besok"}, "until"),
        ({"status": "banjir"}, "status"),
    ],
)
def test_a_state_that_helps_nobody_is_refused_at_its_field(admin, service, values, field):
    answer = admin.post(at(service), {**CLOSED, **values})
    assert field in answer.context["form"].errors and said(service) is None


def test_contributors_say_it_only_while_they_are_on_duty(kemiren, service, contributor, log_in):
    client = log_in(contributor, "kemiren.localhost")
    client.post(at(service), CLOSED)
    assert said(service) is None
    DutyShift.objects.create(village=kemiren, day="monday", shown_as="Kasi", user=contributor)
    client.post(at(service), CLOSED)
    assert said(service)


def test_another_village_reaches_nothing_of_a_service(service, other, log_in):
    client = log_in(factories.make_person(other), other.hostname)
    for name in ("service", "checked", "changes"):
        assert client.get(at(service, name)).status_code in (302, 403, 404)
        client.post(at(service, name), CLOSED)
    assert said(service) is None
    assert ServicePage.objects.get(pk=service.pk).checked_on == LONG_AGO


def test_one_tap_says_that_it_was_checked_and_leaves_the_draft_waiting(admin, service):
    service.note = "Masih ditulis"
    service.save_revision()
    admin.post(at(service, "checked"))
    now = ServicePage.objects.get(pk=service.pk)
    assert (now.checked_on, now.note, now.live) == (in_days(0), "", True)
    draft = now.get_latest_revision_as_object()
    assert (draft.checked_on, draft.note) == (in_days(0), "Masih ditulis")


def test_what_a_contributor_has_checked_waits_for_the_village(kemiren, service, contributor, log_in):
    switch_workflow(kemiren, enabled=True)
    ServicePage.objects.filter(pk=service.pk).update(owner=contributor)
    log_in(contributor, "kemiren.localhost").post(at(service, "checked"))
    now = ServicePage.objects.get(pk=service.pk)
    assert now.checked_on == LONG_AGO and now.workflow_in_progress


def panel(client, name):
    found = client.get(reverse("wagtailadmin_home")).context["panels"]
    return next((one for one in found if getattr(one, "name", "") == name), None)


def test_the_first_page_reminds_of_what_nobody_checked_for_a_year(admin, service):
    assert panel(admin, "services").to_check == 1
    admin.post(at(service, "checked"))
    assert panel(admin, "services") is None


def test_the_first_page_tells_of_a_template_that_has_changed(admin, kemiren):
    template = make_service(factories.make_office("dpmd"), checked_on=in_days(0))
    take_over(template, kemiren, factories.make_person(kemiren))
    assert panel(admin, "services") is None
    template.who = "Semua"
    factories.publish(template)
    assert panel(admin, "services").changed == 1


def test_an_office_is_reminded_of_its_templates(portal, kemiren, log_in):
    officer = factories.make_officer("dpmd")
    make_service(office_named("dpmd"), checked_on=LONG_AGO)
    assert panel(log_in(officer), "service_templates").to_check == 1


def test_the_list_costs_the_same_with_one_service_and_with_many(
    admin, kemiren, django_assert_max_num_queries
):
    office = factories.make_office("dpmd")
    clerk = factories.make_person(kemiren)
    take_over(make_service(office, "Satu"), kemiren, clerk)
    make_service(office, "Dua")
    where = reverse("service_desk:index")
    admin.get(where)
    with CaptureQueriesContext(connection) as few:
        admin.get(where)
    for number in range(4):
        take_over(make_service(office, f"Diambil {number}"), kemiren, clerk)
        make_service(office, f"Templat {number}")
    with django_assert_max_num_queries(len(few)):
        answer = admin.get(where)
    assert len(answer.context["own"]) == len(answer.context["templates"]) == 5


def test_an_office_sees_how_many_villages_write_what_otherwise(kemiren, other, log_in):
    officer = factories.make_officer("dpmd")
    template = make_service(office_named("dpmd"), duration="1 hari", who="Warga")
    for village in (kemiren, other):
        own = take_over(template, village, factories.make_person(village))
        own.duration = f"Di {village.name}"
        factories.publish(own)
    template.who = "Semua"
    template = factories.publish(template)
    pages = own_pages_of(template)
    assert adjusted_by_field(pages) == [(label_of("duration"), 2)]
    assert [page.waiting for page in pages] == [1, 1]
    client = log_in(officer)
    rows = client.get(reverse("service_desk:templates")).context["rows"]
    assert [(row.taken, row.reach.offered) for row in rows] == [(2, 2)]
    text = client.get(reverse("service_desk:template", args=[template.pk])).text
    assert kemiren.display_name in text and other.display_name in text
    assert uptake_of([]) == []


def test_nobody_else_sees_the_figures_of_an_office(admin, kemiren, log_in):
    template = make_service(factories.make_office("dpmd"))
    stranger = log_in(factories.make_officer("disbudpar"))
    for client in (admin, stranger):
        answer = client.get(reverse("service_desk:template", args=[template.pk]))
        assert answer.status_code in (302, 403, 404)
    assert stranger.get(reverse("service_desk:templates")).context["rows"] == []


def test_portal_staff_see_all_templates(staff, kemiren):
    template = make_service(factories.make_office("dpmd"))
    assert template.title in staff.get(reverse("service_desk:index"), follow=True).text
