"""Who registered for a class of a village, its admins see and nobody else."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry, ReferenceIndex

from culture.models import ClassPage
from culture.staff.menu import OF_CLASS
from sites import provisioning
from tests.factories import sites as factories
from tests.factories.culture import make_class, make_registration


@pytest.fixture
def rahasia(other):
    """A class of the other village, with somebody in it."""
    page = make_class(other, "Kelas rahasia")
    return make_registration(page, "Sri Rahasia")


def addresses_of(registration):
    """Every address of the desk with the keys of one registration in it."""
    page = registration.class_page
    keys = {
        "class_id": page.pk,
        "registration_id": registration.pk,
        "class_session_id": page.sessions.first().pk,
        "notice_id": registration.notices.create(kind="class").pk,
        "kind": "csv",
    }
    for name, (address, _view) in OF_CLASS.items():
        given = {"class_id": page.pk} | {key: value for key, value in keys.items() if f":{key}>" in address}
        yield reverse(f"class_desk:{name}", kwargs=given)


def test_an_admin_finds_the_own_classes_and_no_others(admin, page, rahasia):
    answer = admin.get(reverse("class_desk:index"))
    assert page.title in answer.text
    assert rahasia.class_page.title not in answer.text


@pytest.mark.parametrize("method", ["get", "post"])
def test_nothing_of_another_villages_class_is_found_by_its_numbers(admin, rahasia, method):
    for address in addresses_of(rahasia):
        answer = getattr(admin, method)(address)
        assert answer.status_code == 404, address
        assert "Rahasia" not in answer.text
    rahasia.refresh_from_db()
    assert rahasia.has_seat


@pytest.mark.parametrize("who", ["writer", "staff", "officer"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_contributors_portal_staff_and_offices_are_not_let_in(request, page, log_in, who, method):
    client = log_in(factories.make_officer()) if who == "officer" else request.getfixturevalue(who)
    registration = make_registration(page, "Sri Rahasia")
    for address in [reverse("class_desk:index"), *addresses_of(registration)]:
        answer = getattr(client, method)(address)
        assert answer.status_code == 404, address
    assert reverse("class_desk:index") not in client.get("/admin/").text
    registration.refresh_from_db()
    assert registration.has_seat


def test_a_person_or_a_session_of_another_class_is_not_found_below_the_own(admin, desk, page, rahasia):
    session = rahasia.class_page.sessions.first()
    notice = rahasia.notices.create(kind="class")
    for name in ("person", "person_data", "move_up", "take_out", "erase"):
        assert admin.post(desk(name, page, rahasia)).status_code in {404, 405}, name
        assert "Rahasia" not in admin.get(desk(name, page, rahasia)).text
    for name in ("cancel_session", "move_session", "restore_session", "attendance"):
        assert admin.get(desk(name, page, session)).status_code == 404, name
        assert admin.post(desk(name, page, session), {"reason": "x"}).status_code == 404, name
    assert admin.post(desk("told", page, notice)).status_code == 404
    notice.refresh_from_db()
    assert notice.sent_at is None


def test_attendance_of_somebody_in_another_class_is_not_taken(admin, desk, page, today_session, rahasia):
    form = {"listed": [rahasia.pk], "there": [rahasia.pk]}
    admin.post(desk("attendance", page, today_session), form)
    assert not rahasia.attendances.exists()


def test_who_is_admin_of_two_villages_finds_both_and_reads_whose_each_is(
    kemiren, other, log_in, page, rahasia
):
    person = factories.make_person(kemiren)
    person.groups.add(other.admin_group)
    answer = log_in(person, "kemiren.localhost").get(reverse("class_desk:index")).text
    assert page.title in answer and rahasia.class_page.title in answer
    assert str(other) in answer


def test_who_only_writes_in_the_second_village_finds_no_class_of_it(kemiren, other, log_in, page, rahasia):
    person = factories.make_person(kemiren)
    person.groups.add(other.contributor_group)
    client = log_in(person, "kemiren.localhost")
    assert rahasia.class_page.title not in client.get(reverse("class_desk:index")).text
    for address in addresses_of(rahasia):
        assert client.get(address).status_code == 404, address


def test_a_superuser_finds_all(log_in, page, rahasia, desk):
    client = log_in(factories.make_person(is_superuser=True, is_staff=True))
    assert rahasia.class_page.title in client.get(reverse("class_desk:index")).text
    assert rahasia.name in client.get(desk("registrations", rahasia.class_page)).text


def test_admins_of_a_closed_village_find_nothing(kemiren, log_in, page, desk):
    person = factories.make_person(kemiren)
    provisioning.close_village(kemiren)
    client = log_in(person, "localhost")
    assert client.get(desk("registrations", page)).status_code in {302, 404}


def test_the_menu_offers_the_desk_to_admins_with_a_class(admin, kemiren):
    assert reverse("class_desk:index") not in admin.get("/admin/").text
    make_class(kemiren)
    assert reverse("class_desk:index") in admin.get("/admin/").text


def test_the_log_of_one_village_shows_no_other_what_its_desk_did(admin, log_in, other, rahasia, desk):
    client = log_in(factories.make_person(other), "lain.localhost")
    client.get(desk("registrations", rahasia.class_page))
    assert rahasia.class_page.title in client.get(reverse("village_reports:activity")).text
    assert rahasia.class_page.title not in admin.get(reverse("village_reports:activity")).text


def test_the_usage_of_a_page_names_nobody_who_is_registered(admin, page):
    registration = make_registration(page, email="sri@contoh.example")
    assert not ReferenceIndex.get_references_to(page).exists()
    answer = admin.get(reverse("wagtailadmin_pages:usage", args=[page.pk])).text
    assert registration.code not in answer


def test_a_copy_of_a_class_takes_nobody_along(page):
    make_registration(page)
    copy = page.copy(update_attrs={"slug": "salinan", "title": "Salinan"})
    assert ClassPage.objects.get(pk=copy.pk).registrations.count() == 0


def noted(page):
    entries = PageLogEntry.objects.filter(page=page.pk, action__startswith="culture.")
    return [entry.action.removeprefix("culture.") for entry in entries.order_by("pk")]


@pytest.mark.parametrize("name", ["take_out", "erase"])
def test_a_question_that_names_a_person_is_noted_as_a_look(admin, desk, page, name):
    admin.get(desk(name, page, make_registration(page)))
    assert noted(page) == ["look_at_person"]


def test_somebody_is_noted_as_told_once(admin, desk, page):
    notice = make_registration(page).notices.create(kind="class")
    for _tap in range(2):
        admin.post(desk("told", page, notice))
    assert noted(page) == ["told"]


def test_what_the_desk_did_stands_in_the_history_without_a_name(admin, desk, page):
    registration = make_registration(page, "Sri Rahasia", email="sri@contoh.example")
    admin.get(desk("registrations", page))
    admin.post(desk("registrations", page), {"words": "Sri"})
    admin.get(desk("person", page, registration))
    admin.get(desk("person_data", page, registration))
    admin.get(reverse("class_desk:export", args=[page.pk, "csv"]))
    admin.get(desk("sheet", page))
    admin.post(desk("erase", page, registration))
    entries = PageLogEntry.objects.filter(page=page.pk, action__startswith="culture.")
    done = {entry.action.removeprefix("culture.") for entry in entries}
    assert done == {
        "look", "search", "look_at_person", "export_person", "export", "print_sheet", "erase_person"
    }  # fmt: skip
    assert all("Sri" not in f"{entry.data}{entry.label}{entry.message}" for entry in entries)
    history = admin.get(reverse("wagtailadmin_pages:history", args=[page.pk])).text
    assert "Sri Rahasia" not in history
    assert str(entries[0].message) in history
