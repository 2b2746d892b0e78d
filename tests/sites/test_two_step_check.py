"""The check of two people: what one of them wrote, the other has read, whatever is tried in between."""

import pytest
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import Task

from sites import provisioning
from sites.admin.next_step import tell_next_step
from sites.models import AnnouncementIndexPage, AnnouncementPage, Office, User
from sites.workflow import switch_workflow
from tests.factories import sites as factories
from tests.sites.test_admin import announcement_form


@pytest.fixture
def disbudpar(portal):
    office = factories.make_office("disbudpar")
    office.two_step_check = True
    office.save()
    provisioning.upgrade_office(office)
    return office


@pytest.fixture
def writer(disbudpar, log_in):
    return log_in(factories.make_officer("disbudpar"))


@pytest.fixture
def reader(disbudpar, log_in):
    return log_in(factories.make_officer("disbudpar"))


@pytest.fixture
def page(disbudpar, writer):
    """An announcement of the writer, handed in."""
    lists = AnnouncementIndexPage.objects.child_of(disbudpar.page).get()
    url = reverse("wagtailadmin_pages:add", args=["sites", "announcementpage", lists.pk])
    writer.post(url, {**announcement_form(), "audience": "portal", "action-submit": "1"})
    return AnnouncementPage.objects.get()


def approve(client, page) -> None:
    step = fresh(page).current_workflow_task_state
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", step.pk]), {})


def rewrite(client, page, title="Lain", **values) -> None:
    data = {**announcement_form(title=title), "slug": page.slug, "audience": "portal", **values}
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    assert fresh(page).draft_title == title


def withdraw(client, page) -> int:
    return client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk])).status_code


def fresh(page) -> AnnouncementPage:
    return AnnouncementPage.objects.get(pk=page.pk)


def step_of(page) -> str:
    return fresh(page).current_workflow_task.name.split(" –")[0]


def test_who_rewrites_a_text_can_not_pass_it(page, reader):
    rewrite(reader, page)

    for _step in range(3):
        approve(reader, page)

    assert not fresh(page).live
    assert step_of(page) == "Periksa isi"


def test_what_the_reader_changed_is_passed_once_the_writer_has_taken_it_up(page, writer, reader):
    rewrite(reader, page)
    rewrite(writer, page, "Disepakati")

    for _step in range(3):
        if not fresh(page).live:
            approve(reader, page)

    assert (fresh(page).live, fresh(page).title) == (True, "Disepakati")


def test_what_is_changed_after_it_was_read_is_read_again(page, writer, reader):
    approve(reader, page)
    assert step_of(page) == "Setujui terbit"

    rewrite(writer, page)
    approve(writer, page)

    assert not fresh(page).live
    assert step_of(page) == "Periksa isi"


def test_a_version_that_was_read_is_not_written_over(page, writer, reader):
    approve(reader, page)
    read = fresh(page).latest_revision

    rewrite(writer, page, overwrite_revision_id=read.pk)
    approve(writer, page)

    assert fresh(page).latest_revision != read
    assert not fresh(page).live


def test_without_steps_a_contributor_still_publishes_nothing(kemiren):
    switch_workflow(kemiren, True)
    Task.objects.update(active=False)
    person = factories.make_person(kemiren, "contributor")
    page = factories.make_announcement(kemiren, live=False, owner=person)
    page.save_revision(user=person)

    with pytest.raises(PermissionDenied):
        kemiren.workflow.start(page, person)

    assert not fresh(page).live


def test_without_steps_who_publishes_elsewhere_publishes_nothing_here(kemiren, other):
    Task.objects.update(active=False)
    person = factories.make_person(kemiren, "contributor")
    person.groups.add(other.admin_group)
    page = factories.make_announcement(kemiren, live=False, owner=person)
    page.save_revision(user=person)

    with pytest.raises(PermissionDenied):
        kemiren.workflow.start(page, person)

    assert not fresh(page).live


def test_without_steps_who_may_publish_does(kemiren):
    Task.objects.update(active=False)
    admin = factories.make_person(kemiren)
    page = factories.make_announcement(kemiren, live=False)
    page.save_revision(user=admin)

    kemiren.workflow.start(page, admin)

    assert fresh(page).live


def test_a_new_name_of_an_office_leaves_it_two_steps(disbudpar, page, reader):
    disbudpar.abbreviation = "Disbud"
    disbudpar.save()
    provisioning.upgrade_office(disbudpar)

    assert disbudpar.workflow.name == "Persetujuan Disbud (disbudpar)"
    names = [task.name for task in disbudpar.workflow.tasks]
    assert names == ["Periksa isi – Disbud (disbudpar)", "Setujui terbit – Disbud (disbudpar)"]
    for _step in range(2):
        approve(reader, page)
    assert fresh(page).live


def test_a_new_name_of_a_village_leaves_it_two_steps(kemiren):
    kemiren.district = "Licin"
    kemiren.save()
    provisioning.upgrade_village(kemiren)

    assert [task.name.split(", ")[1][:5] for task in kemiren.workflow.tasks] == ["Licin", "Licin"]


def test_the_staff_withdraw_what_they_may_not_publish_alone(disbudpar, writer):
    page = factories.make_shared(disbudpar)
    html = writer.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    assert 'name="action-publish"' not in html
    assert reverse("wagtailadmin_pages:unpublish", args=[page.pk]) in html

    withdraw(writer, page)

    assert not fresh(page).live


def test_nobody_else_withdraws_it(disbudpar, log_in, kemiren):
    page = factories.make_shared(disbudpar)
    own = factories.make_announcement(kemiren)

    withdraw(log_in(factories.make_officer("dispendik")), page)
    withdraw(log_in(factories.make_person(kemiren)), page)
    withdraw(log_in(factories.make_person(kemiren, "contributor")), own)

    assert fresh(page).live
    assert fresh(own).live


def test_a_locked_page_stays_where_it_is(disbudpar, writer):
    page = factories.make_shared(disbudpar)
    AnnouncementPage.objects.filter(pk=page.pk).update(locked=True, locked_by=factories.make_person())

    withdraw(writer, page)

    assert fresh(page).live


def test_the_two_steps_of_another_office_stay_as_they_are(disbudpar):
    other = factories.make_office("dispendik")
    before = set(other.workflow.tasks.values_list("pk", "name"))

    provisioning.upgrade_office(Office.objects.get(slug="disbudpar"))

    assert set(other.workflow.tasks.values_list("pk", "name")) == before


def test_who_takes_the_first_step_is_told_that_readers_see_nothing_yet(page, reader, rf):
    asked = rf.post("/", {"workflow-action-name": "approve"})
    asked.user = User.objects.get(pk=reader.session["_auth_user_id"])
    asked.session, asked._messages = reader.session, CookieStorage(asked)

    for told in (1, 0):
        approve(reader, page)
        tell_next_step(asked, fresh(page))
        said = [message.message for message in asked._messages]
        assert len(said) == told and all("Setujui terbit" in one and "/edit/" in one for one in said)
        asked._messages = CookieStorage(asked)
