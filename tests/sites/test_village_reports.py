"""What is a draft, old, locked, or was changed: told to people of villages about their own pages only."""

import csv
from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry

from sites.models import Office
from sites.provisioning import close_village, staff_office
from tests.factories import sites as factories

HOST = "kemiren.localhost"
NAMES = ["drafts", "aging", "locked", "activity"]
SECRET = "Rahasia desa lain"


def address(name):
    return reverse(f"village_reports:{name}")


def titles(answer):
    """The pages, or the pages of log entries, that a report lists."""
    return [str(getattr(row, "label", row)) for row in answer.context["object_list"]]


def spreadsheet(client, name, **query):
    answer = client.get(address(name), {"export": "csv", **query})
    return list(csv.reader(answer.getvalue().decode().splitlines()))


def in_every_state(village, title, by, **values):
    """A page that is a draft with changes, locked, and once published by someone; four reports name it."""
    page = factories.make_announcement(village, title, owner=by, last_published_at=timezone.now(), **values)
    locked = {"locked": True, "locked_by": by, "locked_at": timezone.now()}
    Page.objects.filter(pk=page.pk).update(has_unpublished_changes=True, **locked)
    log(page, "wagtail.publish", user=by)
    return page


@pytest.fixture
def other(portal):
    village = factories.make_village("lain.localhost", name="Lainnya")
    in_every_state(village, SECRET, factories.make_person(village, first_name="Orang lain"))
    return village


@pytest.fixture
def person(kemiren):
    return factories.make_person(kemiren, first_name="Ana Contoh")


@pytest.fixture
def admin(person, log_in):
    return log_in(person, HOST)


@pytest.fixture
def page(kemiren, person):
    return in_every_state(kemiren, "Kerja bakti", person)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("results", ["", "_results"])
@pytest.mark.parametrize("role", ["admin", "contributor"])
def test_a_report_knows_its_readers_village_only(kemiren, other, page, log_in, name, results, role):
    person = factories.make_person(kemiren, role)
    Page.objects.filter(pk=page.pk).update(owner=person)
    answer = log_in(person, HOST).get(address(name + results))
    assert "Kerja bakti" in titles(answer)
    for foreign in (SECRET, "Orang lain", "Lainnya", "lain.localhost"):
        assert foreign not in answer.text


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_spreadsheet_is_as_narrow_as_its_report(admin, other, page, name, kind):
    answer = admin.get(address(name), {"export": kind})
    assert answer["Content-Disposition"].endswith(f'.{kind}"')
    content = answer.getvalue()
    if kind == "xlsx":
        rows = load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
        content = "\n".join(str(row) for row in rows).encode()
    assert b"Kerja bakti" in content
    assert SECRET.encode() not in content
    assert b"Orang lain" not in content


@pytest.mark.parametrize(
    ("name", "query"),
    [("locked", "locked_by"), ("activity", "user")],
)
def test_a_filter_for_people_offers_and_takes_colleagues_only(admin, other, page, person, name, query):
    stranger = other.admin_group.user_set.get()
    answer = admin.get(address(name), {query: stranger.pk})
    field = answer.context["filters"].form.fields[query]
    assert [user.pk for user in field.queryset] == [person.pk]
    assert query in answer.context["filters"].form.errors
    assert SECRET not in answer.text
    assert "Kerja bakti" in titles(admin.get(address(name), {query: person.pk}))


@pytest.mark.parametrize("name", NAMES)
def test_another_village_in_the_address_opens_nothing(admin, other, page, name):
    for key in (str(other.pk), "all", "x"):
        assert SECRET not in admin.get(address(name), {"village": key}).text


def test_drafts_are_what_readers_do_not_see_yet(admin, kemiren):
    factories.make_announcement(kemiren, "Sudah terbit")
    factories.make_announcement(kemiren, "Belum pernah terbit", live=False)
    changed = factories.make_announcement(kemiren, "Terbit dengan perubahan")
    changed.summary = "Baru"
    changed.save_revision()
    found = titles(admin.get(address("drafts")))
    assert {"Belum pernah terbit", "Terbit dengan perubahan"} <= set(found)
    assert "Sudah terbit" not in found


def test_a_contributor_reads_in_drafts_of_what_they_may_edit(kemiren, log_in):
    person = factories.make_person(kemiren, "contributor")
    factories.make_announcement(kemiren, "Konsep sendiri", live=False, owner=person)
    factories.make_announcement(kemiren, "Konsep orang lain", live=False)
    assert titles(log_in(person, HOST).get(address("drafts"))) == ["Konsep sendiri"]


def test_what_was_published_longest_ago_stands_first(admin, kemiren):
    for days in (1, 400, 30):
        then = timezone.now() - timedelta(days=days)
        factories.make_announcement(kemiren, f"Umur {days}", last_published_at=then)
    factories.make_announcement(kemiren, "Konsep", live=False)
    found = titles(admin.get(address("aging")))
    assert [title for title in found if title.startswith("Umur")] == ["Umur 400", "Umur 30", "Umur 1"]
    assert "Konsep" not in found
    old = (timezone.localdate() - timedelta(days=100)).isoformat()
    assert titles(admin.get(address("aging"), {"last_published_at": old})) == ["Umur 400"]


def test_the_report_of_old_pages_says_who_published_them(admin, page):
    [row] = [row for row in spreadsheet(admin, "aging") if row[0] == "Kerja bakti"]
    assert "Ana Contoh" in row


def test_who_may_unlock_a_page_does_it_from_the_report(admin, kemiren, page, log_in):
    unlock = reverse("wagtailadmin_pages:unlock", args=[page.pk])
    contributor = log_in(factories.make_person(kemiren, "contributor"), HOST)
    assert unlock not in contributor.get(address("locked")).text
    assert unlock in admin.get(address("locked")).text
    answer = admin.post(unlock, {"next": address("locked")})
    assert answer["Location"] == address("locked")
    assert titles(admin.get(address("locked"))) == []


def test_activity_tells_who_did_what_and_when(admin, page, person):
    rows = spreadsheet(admin, "activity")
    now = timezone.localtime()
    assert [row[0] for row in rows if "Ana Contoh" in row][0] == "Kerja bakti"
    assert rows[1][-1][:13] in {f"{then:%Y-%m-%d %H}" for then in (now, now - timedelta(minutes=1))}


def test_activity_is_filtered_by_what_was_done(admin, page):
    log(page, "wagtail.unpublish")
    answer = admin.get(address("activity"), {"action": "wagtail.unpublish"})
    assert [entry.action for entry in answer.context["object_list"]] == ["wagtail.unpublish"]


def test_who_may_not_edit_a_page_gets_no_link_that_fails(kemiren, page, log_in):
    contributor = log_in(factories.make_person(kemiren, "contributor"), HOST)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    for name in ("aging", "locked", "activity"):
        answer = contributor.get(address(name))
        assert "Kerja bakti" in titles(answer)
        assert f'href="{edit}"' not in answer.text


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_report_says_what_that_means(admin, kemiren, name):
    Page.objects.filter(depth__gt=2).update(live=False, has_unpublished_changes=False)
    PageLogEntry.objects.all().delete()
    if name == "drafts":
        Page.objects.update(live=True)
    answer = admin.get(address(name))
    assert titles(answer) == []
    assert str(answer.context["view"].empty_message) in answer.text
    filtered = admin.get(
        address(name), {"locale": "en"} if name != "activity" else {"timestamp_to": "2000-01-01"}
    )
    assert str(answer.context["view"].empty_message) not in filtered.text


@pytest.fixture
def two(kemiren, other, person):
    person.groups.add(other.admin_group)
    return other


@pytest.mark.parametrize("name", NAMES)
def test_who_works_for_several_villages_starts_with_one_and_may_see_all(admin, two, page, name):
    assert SECRET not in titles(admin.get(address(name)))
    both = admin.get(address(name), {"village": "all"})
    assert {SECRET, "Kerja bakti"} <= set(titles(both))
    assert f">{two}<" in "".join(line.strip() for line in both.text.splitlines())
    assert f'href="{address(name)}?village=all"' in admin.get(address(name)).text
    assert f'href="{address(name)}"' in both.text
    one = titles(admin.get(address(name), {"village": two.pk}))
    assert SECRET in one and "Kerja bakti" not in one


@pytest.mark.parametrize("name", NAMES)
def test_a_spreadsheet_of_several_villages_names_them(admin, two, page, name):
    rows = spreadsheet(admin, name, village="all")
    assert {str(two)} == {row[-1] for row in rows if row[0] == SECRET}


@pytest.mark.parametrize("name", NAMES)
def test_who_has_one_village_is_not_asked_for_it(admin, page, name):
    answer = admin.get(address(name))
    assert "village" not in answer.context["filters"].form.fields
    assert len({len(row) for row in spreadsheet(admin, name)}) == 1
    assert "village_name" not in answer.context["view"].list_export


def test_the_staff_of_an_office_read_about_its_pages(portal, other, log_in):
    page = portal.root_page.add_child(instance=factories.StandardPage(title="Kantor", live=False))
    office = Office.objects.create(slug="disbudpar", abbreviation="Disbudpar", name="Dinas", role="Wisata")
    group = staff_office(office, [page])
    person = factories.make_person()
    person.groups.add(group)
    client = log_in(person)
    assert titles(client.get(address("drafts"))) == ["Kantor"]
    for name in NAMES:
        assert SECRET not in client.get(address(name), {"village": "all"}).text


def test_the_menu_shows_each_person_the_reports_made_for_them(admin, staff, page):
    ours, wagtails = reverse("village_reports:aging"), reverse("wagtailadmin_reports:aging_pages")
    menu = admin.get("/admin/").text
    assert ours in menu and wagtails not in menu
    menu = staff.get("/admin/").text
    assert wagtails in menu and ours not in menu


def test_portal_staff_may_open_the_reports_and_read_whose_pages_they_are(staff, other):
    for name in NAMES:
        answer = staff.get(address(name))
        assert SECRET in titles(answer)
        assert str(other) in answer.text


def test_strangers_and_people_of_closed_villages_read_nothing(kemiren, page, person, get, log_in):
    for name in NAMES:
        assert get(HOST, address(name))["Location"].startswith(reverse("wagtailadmin_login"))
    close_village(kemiren)
    client = log_in(person)
    for name in NAMES:
        answer = client.get(address(name))
        assert (answer.status_code, answer["Location"]) == (302, reverse("wagtailadmin_home"))
