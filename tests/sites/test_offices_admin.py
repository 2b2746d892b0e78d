"""The offices in the admin: portal staff add and open them and invite staff, who find their day's work."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Locale, Page

from sites import provisioning
from sites.models import AnnouncementIndexPage, AnnouncementPage, Office, OfficePage, User
from sites.provisioning import people
from tests.factories import sites as factories
from tests.factories.remembered import remembered
from tests.sites.test_admin import announcement_form

FIELDS = {
    "abbreviation": "Dispora",
    "slug": "dispora",
    "name": "Dinas Pemuda dan Olahraga",
    "name_en": "Youth and Sports Office",
    "role": "Kegiatan pemuda.",
    "role_en": "Youth activities.",
}


@pytest.fixture
@remembered
def disbudpar(portal):
    return factories.make_office(
        "disbudpar", name="Dinas Kebudayaan", name_en="Culture Office", role="Budaya."
    )


@pytest.fixture
def officer(disbudpar, log_in):
    return log_in(factories.make_officer("disbudpar"))


def send(client, view, *keys, **data):
    return client.post(reverse(view, args=keys), data)


def errors(answer) -> str:
    return str(answer.context["form"].errors)


def test_portal_staff_add_an_office_and_are_asked_to_open_it(staff):
    answer = send(staff, "offices:add", **FIELDS)

    office = Office.objects.get(slug="dispora")
    assert answer.url == reverse("offices:open", args=[office.pk])
    assert not office.pages.exists()


def test_the_office_opens_and_its_first_staff_get_a_letter(staff, django_capture_on_commit_callbacks):
    office = Office.objects.create(**FIELDS)

    with django_capture_on_commit_callbacks(execute=True):
        answer = send(staff, "offices:open", office.pk, admin_email="staf@dispora.example")

    assert answer.url == reverse("office_staff:members", args=[office.pk])
    assert OfficePage.objects.filter(office=office, live=True).count() == 2
    assert User.objects.get(email="staf@dispora.example").groups.filter(office=office).exists()
    assert "Dinas Pemuda dan Olahraga" in mail.outbox[0].body


def test_a_slug_that_another_office_has_is_refused(staff, disbudpar):
    answer = send(staff, "offices:add", **FIELDS | {"slug": "Disbudpar"})
    assert "slug" in answer.context["form"].errors
    assert not Office.objects.filter(abbreviation="Dispora").exists()


def test_a_slug_that_another_page_has_is_refused_when_it_is_typed_and_when_it_is_opened(staff, disbudpar):
    disbudpar.pages.all().update(slug="dispora")
    assert "slug" in send(staff, "offices:add", **FIELDS).context["form"].errors

    office = Office.objects.create(**FIELDS)
    answer = send(staff, "offices:open", office.pk, admin_email="")
    assert "dispora" in errors(answer)
    assert not office.pages.exists()


@pytest.mark.parametrize("slug", ["banyuwangi", "Banyuwangi", "2025"])
def test_a_slug_that_stands_for_something_else_on_villages_is_refused(staff, slug):
    answer = send(staff, "offices:add", **FIELDS | {"slug": slug})
    assert "slug" in answer.context["form"].errors
    assert not Office.objects.exists()


def test_an_office_is_open_even_if_the_letter_can_not_be_sent(
    staff, monkeypatch, django_capture_on_commit_callbacks
):
    office, open_office = Office.objects.create(**FIELDS), provisioning.open_office

    def open_and_commit(*values):
        with django_capture_on_commit_callbacks(execute=True):
            return open_office(*values)

    def refuse(*_letter):
        raise ConnectionRefusedError

    monkeypatch.setattr(provisioning, "open_office", open_and_commit)
    monkeypatch.setattr(people, "send_mail", refuse)
    answer = send(staff, "offices:open", office.pk, admin_email="staf@dispora.example")

    assert answer.url == reverse("office_staff:members", args=[office.pk])
    assert "staf@dispora.example" in staff.get(answer.url).text
    assert OfficePage.objects.filter(office=office, live=True).count() == 2


def test_readers_find_an_office_by_its_new_tasks_at_once(staff, disbudpar, get):
    data = FIELDS | {"slug": "disbudpar", "name": disbudpar.name, "name_en": disbudpar.name_en}

    send(staff, "offices:edit", disbudpar.pk, **data | {"role": "Pelestarian cagar budaya."})

    assert "/kantor/disbudpar/" in get("localhost", "/cari/?q=pelestarian").text


def test_an_office_sets_no_date_for_its_page_to_go(officer, disbudpar):
    url = reverse("wagtailadmin_pages:edit", args=[disbudpar.page.pk])
    assert not {"go_live_at", "expire_at"} & set(officer.get(url).context["form"].fields)

    data = {"summary": "Budaya.", "body-count": "0", "expire_at": "2999-01-01 10:00", "action-publish": "1"}
    officer.post(url, data)

    page = OfficePage.objects.get(pk=disbudpar.page.pk)
    assert (page.summary, page.expire_at) == ("Budaya.", None)


def test_a_new_name_is_on_the_page_at_once_and_the_address_stays(staff, disbudpar):
    data = FIELDS | {"slug": "lain", "name": "Dinas Budaya", "two_step_check": "on"}

    send(staff, "offices:edit", disbudpar.pk, **data)

    page = OfficePage.objects.get(pk=disbudpar.page.pk)
    assert (page.title, page.slug) == ("Dinas Budaya", "disbudpar")
    assert Office.objects.get(pk=disbudpar.pk).two_step_check
    assert hasattr(Page.objects.get(pk=page.pk), "workflowpage")


def test_the_list_says_which_offices_are_open_and_how_many_work_there(staff, officer, disbudpar):
    Office.objects.create(**FIELDS)
    factories.make_officer("disbudpar")

    offices = {row.slug: row for row in staff.get(reverse("offices:index")).context["object_list"]}

    assert (offices["disbudpar"].live_count, offices["disbudpar"].staff_count) == (2, 2)
    assert (offices["dispora"].page_count, offices["dispora"].staff_count) == (0, 0)


def test_nobody_else_opens_the_register_of_offices(admin, officer, disbudpar):
    for client in (admin, officer):
        for name, keys in (("offices:index", []), ("offices:add", []), ("offices:edit", [disbudpar.pk])):
            assert client.get(reverse(name, args=keys)).status_code in (302, 404)
        send(client, "offices:edit", disbudpar.pk, **FIELDS)
    assert Office.objects.get().name == "Dinas Kebudayaan"


def test_portal_staff_invite_and_take_off(staff, disbudpar, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        send(staff, "office_staff:invite", disbudpar.pk, email="Baru@Contoh.example")
    person = User.objects.get(email="baru@contoh.example")
    assert len(mail.outbox) == 1
    assert "baru@contoh.example" in staff.get(reverse("office_staff:members", args=[disbudpar.pk])).text

    asked = staff.get(reverse("office_staff:take_out", args=[disbudpar.pk, person.pk]))
    assert "baru@contoh.example" in asked.text
    assert person.groups.exists()

    send(staff, "office_staff:take_out", disbudpar.pk, person.pk)
    assert not person.groups.exists()
    assert User.objects.filter(pk=person.pk, is_active=True).exists()


def test_who_is_invited_twice_gets_a_new_link_until_they_have_a_password(
    staff, disbudpar, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        for _time in range(2):
            send(staff, "office_staff:invite", disbudpar.pk, email="baru@contoh.example")
    assert len(mail.outbox) == 2

    person = User.objects.get(email="baru@contoh.example")
    person.set_password("rahasia sekali 9")
    person.save()
    answer = send(staff, "office_staff:invite", disbudpar.pk, email="baru@contoh.example")
    assert "baru@contoh.example" in errors(answer)


def test_an_account_that_is_switched_off_is_not_invited(staff, disbudpar):
    person = factories.make_person(is_active=False)
    answer = send(staff, "office_staff:invite", disbudpar.pk, email=person.email)
    assert "email" in answer.context["form"].errors
    assert not person.groups.exists()


def test_what_somebody_had_locked_is_free_when_they_are_taken_off(staff, disbudpar):
    person = factories.make_officer("disbudpar")
    Page.objects.filter(pk=disbudpar.page.pk).update(locked=True, locked_by=person)

    send(staff, "office_staff:take_out", disbudpar.pk, person.pk)

    assert not Page.objects.get(pk=disbudpar.page.pk).locked


def test_staff_see_who_else_is_on_it_and_change_nothing(officer, disbudpar):
    person = factories.make_officer("disbudpar")
    factories.make_office("dispendik")
    url = reverse("office_staff:members", args=[disbudpar.pk])

    assert person.email in officer.get(url).text
    assert reverse("office_staff:invite", args=[disbudpar.pk]) not in officer.get(url).text
    send(officer, "office_staff:invite", disbudpar.pk, email="lain@contoh.example")
    send(officer, "office_staff:take_out", disbudpar.pk, person.pk)
    assert not User.objects.filter(email="lain@contoh.example").exists()
    assert person.groups.exists()
    other = Office.objects.get(slug="dispendik")
    assert officer.get(reverse("office_staff:members", args=[other.pk])).status_code == 404


def test_a_village_does_not_see_who_works_for_an_office(admin, disbudpar):
    factories.make_officer("disbudpar")
    assert admin.get(reverse("office_staff:members", args=[disbudpar.pk])).status_code == 404


def test_the_first_page_leads_the_staff_to_their_office(officer, disbudpar):
    html = officer.get(reverse("wagtailadmin_home")).text

    lists = AnnouncementIndexPage.objects.child_of(disbudpar.page).get()
    assert "Dinas Kebudayaan" in html
    write_url = reverse("wagtailadmin_pages:add", args=["sites", "announcementpage", lists.pk])
    assert write_url in html
    assert officer.get(write_url).status_code == 200
    assert reverse("wagtailadmin_pages:edit", args=[disbudpar.page.pk]) in html
    assert officer.get(reverse("wagtailadmin_pages:edit", args=[disbudpar.page.pk])).status_code == 200


def test_the_first_page_leads_portal_staff_to_the_portals_own_list(staff, portal):
    lists = AnnouncementIndexPage.objects.child_of(portal.root_page).get()
    write_url = reverse("wagtailadmin_pages:add", args=["sites", "announcementpage", lists.pk])

    assert write_url in staff.get(reverse("wagtailadmin_home")).text
    assert 'value="emergency"' in staff.get(write_url).text


@pytest.mark.parametrize("name", ["members", "invite"])
def test_from_the_staff_portal_staff_find_back_to_the_office(staff, disbudpar, name):
    html = staff.get(reverse(f"office_staff:{name}", args=[disbudpar.pk])).text
    assert reverse("offices:edit", args=[disbudpar.pk]) in html


def test_from_the_staff_an_officer_finds_back_to_the_pages_of_the_office(officer, disbudpar):
    steps = officer.get(reverse("office_staff:members", args=[disbudpar.pk])).context["breadcrumbs_items"]
    assert reverse("wagtailadmin_explore", args=[disbudpar.page.pk]) in [step["url"] for step in steps]
    assert officer.get(steps[-2]["url"]).status_code == 200


@pytest.mark.parametrize("is_checked", [False, True])
def test_the_invitation_promises_no_more_than_the_person_may_do(
    staff, disbudpar, is_checked, django_capture_on_commit_callbacks
):
    Office.objects.update(two_step_check=is_checked)
    with django_capture_on_commit_callbacks(execute=True):
        send(staff, "office_staff:invite", disbudpar.pk, email="baru@contoh.example")
    assert ("menerbitkannya" in mail.outbox[0].body) is not is_checked


def test_people_of_villages_have_no_card_of_an_office(admin, disbudpar):
    assert "your-office" not in admin.get(reverse("wagtailadmin_home")).text


def test_an_office_edits_its_page_but_not_its_name(officer, disbudpar):
    url = reverse("wagtailadmin_pages:edit", args=[disbudpar.page.pk])
    assert 'name="title"' not in officer.get(url).text

    data = {"summary": "Budaya untuk semua.", "title": "Lain", "slug": "lain", "body-count": "0"}
    data |= {"phone": "0333 123456", "action-publish": "1"}
    officer.post(url, data)

    page = OfficePage.objects.get(pk=disbudpar.page.pk)
    assert (page.summary, page.title, page.slug) == ("Budaya untuk semua.", "Dinas Kebudayaan", "disbudpar")
    assert str(page.phone) == "+62333123456"


@pytest.mark.parametrize("name", ["delete", "move", "copy", "unpublish"])
def test_an_office_can_not_take_its_page_away(officer, disbudpar, name):
    url = reverse(f"wagtailadmin_pages:{name}", args=[disbudpar.page.pk])
    assert officer.get(url).status_code in (302, 403)
    officer.post(url)
    page = OfficePage.objects.get(pk=disbudpar.page.pk)
    assert page.live
    assert page.path == disbudpar.page.path


def test_with_the_two_step_check_somebody_else_reads_before_it_is_published(disbudpar, log_in):
    Office.objects.update(two_step_check=True)
    provisioning.upgrade_office(Office.objects.get())
    writer, reader = (log_in(factories.make_officer("disbudpar")) for _person in range(2))
    add_url = reverse(
        "wagtailadmin_pages:add",
        args=["sites", "announcementpage", AnnouncementIndexPage.objects.child_of(disbudpar.page).get().pk],
    )

    writer.post(
        add_url, {**announcement_form(), "audience": "portal", "action-publish": "1", "action-submit": "1"}
    )
    page = AnnouncementPage.objects.get()
    assert not page.live
    assert 'name="action-publish"' not in writer.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text

    approve(writer, page)
    assert page.current_workflow_task.name.startswith("Periksa isi")
    for _step in range(2):
        assert not AnnouncementPage.objects.get().live
        approve(reader, page)
    assert AnnouncementPage.objects.get().live


def approve(client, page) -> None:
    step = page.current_workflow_task_state
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", step.pk]), {})


@pytest.mark.parametrize("action", ["delete", "move"])
def test_many_at_once_are_no_way_round(disbudpar, log_in, action):
    client = log_in(factories.make_person(is_superuser=True))
    index = disbudpar.page.get_parent()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])

    for page in (disbudpar.page, index):
        client.post(f"{url}?id={page.pk}&childOf={page.get_parent().pk}", {"chooser": index.get_parent().pk})

    assert Page.objects.filter(path=disbudpar.page.path, slug="disbudpar").exists()


def test_a_missing_translation_of_an_announcement_finds_its_list_ready(officer, disbudpar):
    lists = AnnouncementIndexPage.objects.child_of(disbudpar.page).get()
    page = lists.specific.add_child(instance=AnnouncementPage(title="Kabar", locale=disbudpar.page.locale))
    url = reverse("simple_translation:submit_page_translation", args=[page.pk])
    english = Locale.objects.get(language_code="en")

    officer.post(url, {"locales": [english.pk]})

    translation = page.get_translation(english)
    assert translation.get_parent().specific.get_url_parts()[2] == "/en/offices/disbudpar/announcements/"
