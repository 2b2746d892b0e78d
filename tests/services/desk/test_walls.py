"""What people ask of a village, its admins see and who is on duty there, and nobody else."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from services.handling import acts
from services.models import CannedAnswer, DutyShift, ServiceRequest
from services.staff.urls import OF_ADMINS, OF_DESK, OF_REQUEST
from sites import provisioning
from tests.factories import sites as factories
from tests.factories.services import make_request

pytestmark = pytest.mark.django_db
INBOX = "/admin/permohonan/"


def addresses_of(village, secret) -> list[str]:
    """Every address of a village's inbox with its own keys in it."""
    answer = CannedAnswer.objects.create(village=village, title="Rahasia", text="Rahasia")
    shift = DutyShift.objects.create(village=village, day="monday", shown_as="Rahasia")
    keys = {"request_id": secret.pk, "paper": "a6", "village": village.pk}
    keys["attachment_id"] = secret.attachments.get().pk
    found = [INBOX + f"{secret.pk}/"]
    for name, (address, _view) in {**OF_REQUEST, **OF_DESK, **OF_ADMINS}.items():
        row = shift if "shift" in name else answer
        given = {key: value for key, value in {**keys, "row_id": row.pk}.items() if f":{key}>" in address}
        found.append(reverse(f"request_desk:{name}", kwargs=given))
    return found


def with_file(village, **values):
    file = SimpleUploadedFile("surat.pdf", b"%PDF-1.7\n%%EOF")
    return make_request(village, name="Sri Rahasia", message="Rahasia saya", files=[file], **values)


@pytest.fixture
def rahasia(other):
    return with_file(other)


def is_untouched(request) -> bool:
    found = ServiceRequest.objects.get(pk=request.pk)
    return (found.state, found.assignee, found.entries.count()) == ("received", None, 1)


@pytest.mark.parametrize("method", ["get", "post"])
def test_nothing_of_another_village_is_found_by_its_numbers(admin, other, rahasia, method):
    for address in addresses_of(other, rahasia):
        answer = getattr(admin, method)(address)
        assert answer.status_code == 404, address
        assert "Rahasia" not in answer.text
    assert is_untouched(rahasia)
    assert "Rahasia" not in admin.get(INBOX).text
    assert "Sri Rahasia" not in admin.post(INBOX, {"words": "Rahasia"}).text


@pytest.mark.parametrize("who", ["contributor", "staff", "officer", "nobody"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_contributors_portal_staff_and_offices_are_not_let_in(request, kemiren, log_in, who, method):
    clients = {
        "contributor": lambda: log_in(factories.make_person(kemiren, "contributor"), "kemiren.localhost"),
        "staff": lambda: request.getfixturevalue("staff"),
        "officer": lambda: log_in(factories.make_officer()),
        "nobody": lambda: log_in(factories.make_person(), "kemiren.localhost"),
    }
    secret, client = with_file(kemiren), clients[who]()
    for address in [INBOX, *addresses_of(kemiren, secret)]:
        answer = getattr(client, method)(address)
        assert answer.status_code in {302, 404} if who == "nobody" else answer.status_code == 404, address
        assert "Rahasia" not in answer.text
    assert is_untouched(secret)
    assert f'href="{INBOX}"' not in client.get("/admin/").text


def test_the_roster_and_the_answers_are_those_of_the_own_village(admin, kemiren, other, desk):
    theirs = CannedAnswer.objects.create(village=other, title="Rahasia", text="Rahasia")
    shift = DutyShift.objects.create(village=other, day="monday", shown_as="Rahasia")
    rows = [("answer", theirs), ("delete_answer", theirs), ("shift", shift), ("delete_shift", shift)]
    for name, row in rows:
        assert admin.post(desk(name, kemiren, row)).status_code == 404
    assert CannedAnswer.objects.exists() and DutyShift.objects.exists()


def test_who_is_on_duty_sees_requests_and_may_not_change_the_roster(at_counter, asked, kemiren, desk):
    assert asked.name in at_counter.get(INBOX).text
    assert at_counter.get(desk("request", asked)).status_code == 200
    for name in ("roster", "add_shift"):
        assert at_counter.get(desk(name, kemiren)).status_code == 404
        assert at_counter.post(desk(name, kemiren)).status_code == 404


def test_who_has_left_the_team_sees_nothing_though_the_roster_names_them(at_counter, clerk, asked, desk):
    clerk.groups.clear()
    assert at_counter.get(desk("request", asked)).status_code in {302, 404}


def test_a_file_is_found_at_its_own_request_only(admin, kemiren, asked, desk):
    attachment = with_file(kemiren).attachments.get()
    assert admin.get(desk("file", asked, attachment)).status_code == 404


def test_a_file_is_for_the_village_alone_and_stays_in_no_cache(admin, other, log_in, visitor, kemiren, desk):
    secret = with_file(kemiren)
    address = desk("file", secret, secret.attachments.get())
    answer = admin.get(address)
    assert answer.status_code == 200 and answer["Content-Disposition"].startswith("attachment")
    assert "no-store" in answer["Cache-Control"] and answer["X-Content-Type-Options"] == "nosniff"
    assert log_in(factories.make_person(other), "lain.localhost").get(address).status_code == 404
    assert visitor.get(address).status_code in {302, 404}
    assert "surat" not in answer["Content-Disposition"]


def test_who_works_for_two_villages_reads_whose_each_request_is(kemiren, other, log_in, asked, rahasia):
    person = factories.make_person(kemiren)
    person.groups.add(other.admin_group)
    page = log_in(person, "kemiren.localhost").get(INBOX).text
    assert asked.name in page and rahasia.name in page and str(other) in page


def test_admins_of_a_closed_village_find_nothing(kemiren, log_in, asked, desk):
    person = factories.make_person(kemiren)
    provisioning.close_village(kemiren)
    assert log_in(person, "localhost").get(desk("request", asked)).status_code in {302, 404}


def test_a_superuser_sees_all(log_in, rahasia, desk, other):
    client = log_in(factories.make_person(is_superuser=True, is_staff=True))
    assert rahasia.name in client.get(desk("request", rahasia)).text
    assert client.get(desk("roster", other)).status_code == 200


def test_what_is_gone_says_so_and_what_belongs_to_others_tells_nothing(admin, asked, rahasia, desk):
    acts.erase(ServiceRequest.objects.get(pk=asked.pk))
    assert INBOX in admin.get(desk("request", asked)).text
    assert admin.get(desk("request", 10**30)).status_code == 404
    assert admin.get(desk("request", rahasia)).status_code == 404
