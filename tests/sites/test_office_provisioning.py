"""Opening the space of an office: what is made, and what happens when it is asked for again."""

import json

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from wagtail.models import GroupPagePermission, Page, WorkflowPage

from sites import provisioning
from sites.models import AnnouncementIndexPage, Office, OfficePage, User
from tests.factories import sites as factories


@pytest.fixture
def disbudpar(portal):
    return factories.make_office("disbudpar", name="Dinas Kebudayaan", name_en="Culture Office")


def path_of(page) -> str:
    """The path of its address at the host of the portal."""
    return page.get_url_parts()[2]


def rights_of(office) -> set[tuple[str, str]]:
    rights = GroupPagePermission.objects.filter(group=office.group)
    return set(rights.values_list("page__title", "permission__codename"))


def test_an_office_gets_a_page_and_a_list_in_each_language(disbudpar):
    pages = {page.locale.language_code: page for page in OfficePage.objects.filter(office=disbudpar)}
    lists = {code: AnnouncementIndexPage.objects.child_of(page).get() for code, page in pages.items()}

    assert path_of(pages["id"]) == "/kantor/disbudpar/"
    assert path_of(pages["en"]) == "/en/offices/disbudpar/"
    assert [pages[code].title for code in ("id", "en")] == ["Dinas Kebudayaan", "Culture Office"]
    assert pages["id"].translation_key == pages["en"].translation_key
    assert lists["id"].translation_key == lists["en"].translation_key
    assert path_of(lists["en"]) == "/en/offices/disbudpar/announcements/"


def test_opening_twice_changes_nothing(disbudpar):
    before = set(Page.objects.values_list("pk", "path")), rights_of(disbudpar)

    page, created = provisioning.open_office(disbudpar)

    assert (page, created) == (disbudpar.page, False)
    assert (set(Page.objects.values_list("pk", "path")), rights_of(disbudpar)) == before


def test_its_rights_are_on_its_own_pages_only(disbudpar):
    factories.make_office("dispendik")

    assert {title for title, _codename in rights_of(disbudpar)} == {"Dinas Kebudayaan", "Culture Office"}
    assert ("Culture Office", "publish_page") in rights_of(disbudpar)


def test_with_the_two_step_check_nobody_publishes_alone(disbudpar):
    pages = list(disbudpar.pages.all())
    assert not WorkflowPage.objects.filter(page__in=pages).exists()

    Office.objects.update(two_step_check=True)
    disbudpar = Office.objects.get()
    provisioning.upgrade_office(disbudpar)

    assert [put.workflow for put in WorkflowPage.objects.filter(page__in=pages)] == [disbudpar.workflow] * 2
    assert not any(codename == "publish_page" for _title, codename in rights_of(disbudpar))
    assert [task.name.split(" –")[0] for task in disbudpar.workflow.tasks] == [
        "Periksa isi",
        "Setujui terbit",
    ]

    Office.objects.update(two_step_check=False)
    provisioning.upgrade_office(Office.objects.get())

    assert not WorkflowPage.objects.filter(page__in=pages).exists()
    assert ("Culture Office", "publish_page") in rights_of(disbudpar)


def test_a_missing_list_or_translation_comes_back_when_it_is_completed(disbudpar):
    lists = AnnouncementIndexPage.objects.descendant_of(disbudpar.pages.get(locale__language_code="en"))
    lists.get().delete()

    assert provisioning.upgrade_office(disbudpar) == 1
    original, translation = AnnouncementIndexPage.objects.filter(
        path__startswith=disbudpar.page.get_parent().path[:8], depth=6
    ).order_by("path")
    assert original.translation_key == translation.translation_key


def test_a_new_name_is_taken_up_by_pages_and_by_older_drafts(disbudpar):
    page = disbudpar.page
    page.summary = "Konsep"
    page.save_revision()

    disbudpar.name, disbudpar.slug = "Dinas Budaya", "budaya"
    disbudpar.save()
    provisioning.upgrade_office(disbudpar)

    page = OfficePage.objects.get(pk=page.pk)
    page.get_latest_revision().publish()
    page = OfficePage.objects.get(pk=page.pk)
    assert (page.title, page.summary, path_of(page)) == ("Dinas Budaya", "Konsep", "/kantor/budaya/")


def test_an_address_that_another_page_has_is_refused_and_nothing_is_made(disbudpar):
    other = Office.objects.create(slug="budaya", abbreviation="B", name="B", name_en="B")
    OfficePage.objects.filter(office=disbudpar).update(slug="budaya")
    before = Page.objects.count()

    with pytest.raises(provisioning.ProvisioningError, match="budaya") as refusal:
        provisioning.open_office(other)

    assert refusal.value.field == "slug"
    assert Page.objects.count() == before
    assert Office.objects.get(slug="budaya").group is None


def test_offices_with_the_same_abbreviation_have_groups_of_their_own(portal):
    first = factories.make_office("dishub", abbreviation="Dinas")
    second = factories.make_office("dinkes", abbreviation="Dinas")

    assert first.group.name != second.group.name


def test_without_a_portal_the_operator_is_told_to_make_it(db):
    Office.objects.create(slug="dlh", abbreviation="DLH", name="DLH", name_en="DLH")

    with pytest.raises(CommandError, match="no portal"):
        call_command("open_office", slug="dlh")


def test_the_command_opens_an_office_and_writes_to_its_first_staff(
    portal, capsys, django_capture_on_commit_callbacks
):
    Office.objects.create(
        slug="dlh", abbreviation="DLH", name="Dinas Lingkungan Hidup", name_en="Environment"
    )

    with django_capture_on_commit_callbacks(execute=True):
        call_command("open_office", slug="dlh", admin_email="Staf@DLH.example")

    assert "opened" in capsys.readouterr().out
    assert User.objects.get(email="staf@dlh.example").groups.get() == Office.objects.get().group
    (letter,) = mail.outbox
    assert "Dinas Lingkungan Hidup" in letter.body
    assert "http://localhost" in letter.body

    with pytest.raises(CommandError, match="no office"):
        call_command("open_office", slug="tidak-ada")


@pytest.mark.parametrize("slug", ["banyuwangi", "2025"])
def test_the_list_of_offices_gives_none_an_address_that_stands_for_something_else(portal, tmp_path, slug):
    names = {"id": "Dinas", "en": "Office"}
    office = {"slug": slug, "abbreviation": "D", "name": names, "role": names, "named_in_programme": False}
    path = tmp_path / "offices.json"
    path.write_text(json.dumps([office]))

    with pytest.raises(CommandError, match=slug if slug.isalpha() else "digits"):
        call_command("import_offices", path)

    assert not Office.objects.exists()


def test_an_address_that_is_none_opens_nothing(portal):
    office = Office.objects.create(slug="dlh", abbreviation="DLH", name="DLH", name_en="DLH")

    with pytest.raises(provisioning.ProvisioningError):
        provisioning.open_office(office, "bukan alamat")

    assert not OfficePage.objects.exists()


def test_upgrading_completes_offices_too(disbudpar, capsys):
    AnnouncementIndexPage.objects.descendant_of(disbudpar.page).get().delete()

    call_command("upgrade_villages")

    assert "1 offices checked" in capsys.readouterr().out
    assert AnnouncementIndexPage.objects.descendant_of(disbudpar.page).count() == 1
