import re
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Collection, Page, PageLogEntry, Site, Workflow

from marketplace_pages.models import MarketPage, ShowcasePage
from sites import provisioning
from sites.models import (
    AnnouncementIndexPage,
    FormerHostname,
    GovernmentPage,
    Office,
    ProfilePage,
    SiteSettings,
    User,
    Village,
    VillageHomePage,
)
from sites.provisioning import ProvisioningError
from sites.provisioning.collection_order import add_collection
from tests.factories import sites as factories

DATA = Path(__file__).resolve().parents[2] / "data"


def everything():
    """How many rows there are of all that provisioning makes."""
    models = [Page, Site, Collection, Group, Workflow, SiteSettings, User, FormerHostname]
    return [model.objects.count() for model in models]


def test_the_register_of_all_217_villages_is_read_and_may_be_read_again(db):
    paths = DATA / "villages.csv", DATA / "village_coordinates.csv"
    assert provisioning.import_villages(*paths) == (217, 0)
    assert provisioning.import_villages(*paths) == (0, 0)
    assert Village.objects.filter(kind="kelurahan").count() == 28
    assert Village.objects.exclude(latitude=None).count() == 58
    assert Village.objects.filter(name="Tamansari").count() == 2


def test_a_wrong_row_of_the_register_is_named_and_nothing_is_read(db, tmp_path):
    path = tmp_path / "register.csv"
    path.write_text("code,name,kind,district\n35.10.15.2004,Kemiren,desa,Glagah\n99,Salah,desa,Glagah\n")
    with pytest.raises(ProvisioningError, match="3"):
        provisioning.import_villages(path)
    assert not Village.objects.exists()


def test_a_file_that_is_no_register_is_refused(db, tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(ProvisioningError, match="code"):
        provisioning.import_villages(path)
    with pytest.raises(ProvisioningError, match="missing.csv"):
        provisioning.import_villages(tmp_path / "missing.csv")


def test_offices_are_read_in_both_languages(db):
    for _time in range(2):
        assert provisioning.import_offices(DATA / "offices.json") == 21
    disbudpar = Office.objects.get(slug="disbudpar")
    assert disbudpar.display_name == "Dinas Kebudayaan dan Pariwisata"
    with translation.override("en"):
        assert disbudpar.display_name == "Culture and Tourism Office"


@pytest.mark.parametrize("text", ["", "[{}]", "{", '["x"]'])
def test_a_broken_list_of_offices_is_refused_whole(db, tmp_path, text):
    path = tmp_path / "offices.json"
    path.write_text(text)
    with pytest.raises(CommandError, match="offices.json"):
        call_command("import_offices", path)
    assert not Office.objects.exists()


def test_a_village_gets_all_that_belongs_to_it(portal):
    village = factories.make_village("kemiren.localhost", name="Kemiren", code="35.10.15.2004")
    home = village.site.root_page.specific
    assert isinstance(home, VillageHomePage)
    assert home.get_parent().pk == village.container_id
    assert {page.locale.language_code for page in home.get_translations(inclusive=True)} == {"id", "en"}
    for language, slug in (("id", "pengumuman"), ("en", "announcements")):
        assert factories.announcement_list(village, language).slug == slug
    assert village.collection.name == "Desa Kemiren, Glagah (35.10.15.2004)"
    assert village.workflow.tasks.count() == 2
    assert not village.container.page_ptr.has_workflow


@pytest.mark.parametrize(
    ("kind", "titles"),
    [
        ("desa", ["Profil desa", "Pemerintah desa", "Lembaga desa"]),
        ("kelurahan", ["Profil kelurahan", "Pemerintah kelurahan", "Lembaga kelurahan"]),
    ],
)
def test_a_village_starts_with_pages_in_its_own_words_that_wait_as_drafts(portal, get, kind, titles):
    village = factories.make_village("baru.localhost", kind=kind)
    titles = ["Layanan", "Belajar", "Pasar", "Budaya", "Pengumuman", "Kelas", "Agenda", *titles]
    titles += ["Pengaduan dan usulan", "Informasi publik"]
    english = ["Services", "Learning", "Market", "Culture", "Announcements", "Classes", "Calendar"]
    english += ["About the village", "Village government", "Institutions"]
    english += ["Complaints and ideas", "Public information"]
    waiting = {"Pasar", "Kelas", *titles[7:10], "Market", "Classes", *english[7:10]}
    for language, expected in (("id", titles), ("en", english)):
        pages = Page.objects.child_of(factories.home(village, language)).order_by("path")
        assert [page.title for page in pages] == expected
        assert {page.title for page in pages if not page.live} == waiting & set(expected)
        assert all(page.show_in_menus for page in pages)
    assert len({page.translation_key for page in Page.objects.descendant_of(village.container)}) == 13
    assert titles[7] not in get("baru.localhost").text
    assert get("baru.localhost", f"/profil-{kind}/").status_code == 404


def tabs(text: str) -> list[str]:
    return re.findall(r"<span>([^<]+)</span>", text.partition('class="tabs"')[2].partition("</nav>")[0])


def test_the_tabs_are_the_four_that_people_come_for(portal, get):
    village = factories.make_village("baru.localhost")
    MarketPage.objects.descendant_of(village.container).update(live=True)
    ShowcasePage.objects.descendant_of(village.container).update(live=True)
    MarketPage.objects.descendant_of(portal.root_page).update(live=True)
    assert tabs(get("baru.localhost").text) == ["Beranda", "Layanan", "Belajar", "Pasar", "Budaya"]
    assert tabs(get("localhost").text) == ["Beranda", "Desa", "Agenda", "Pasar", "Budaya"]


def test_a_list_that_is_new_to_a_village_stands_where_others_have_it(portal):
    village = factories.make_village("baru.localhost")
    titles = list(
        Page.objects.child_of(village.site.root_page).order_by("path").values_list("title", flat=True)
    )
    for page in Page.objects.descendant_of(village.container).filter(title__in=["Layanan", "Pasar"]):
        page.delete()
    assert provisioning.upgrade_village(village) == 2
    pages = Page.objects.child_of(village.site.root_page).order_by("path")
    assert list(pages.values_list("title", flat=True)) == titles
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_village_switches_its_two_step_check_on_and_off(kemiren):
    settings = SiteSettings.for_site(kemiren.site)
    page = factories.make_announcement(kemiren)
    settings.workflow_enabled = True
    settings.save()
    assert page.get_workflow() == kemiren.workflow
    settings.workflow_enabled = False
    settings.save()
    assert page.get_workflow() is None


def test_making_a_village_twice_changes_nothing(kemiren):
    before = everything()
    village, created = provisioning.create_village(kemiren.code, "kemiren.localhost")
    assert (village, created) == (kemiren, False)
    assert everything() == before


def test_a_list_that_an_app_declares_later_is_added_to_existing_villages(kemiren):
    for page in AnnouncementIndexPage.objects.child_of(kemiren.site.root_page):
        page.delete()
    call_command("upgrade_villages", verbosity=0)
    lists = AnnouncementIndexPage.objects.descendant_of(kemiren.container)
    assert lists.count() == 2
    assert len({page.translation_key for page in lists}) == 1


def test_an_upgrade_brings_missing_pages_beside_what_a_village_has_made_itself(kemiren, get):
    for model in (GovernmentPage, ProfilePage):
        for page in model.objects.descendant_of(kemiren.container):
            page.delete()
    own = factories.make_page(kemiren, "Profil desa", slug="profil-desa")
    for _time in range(2):
        call_command("upgrade_villages", verbosity=0)
        added = factories.provisioned(ProfilePage, kemiren)
        assert (added.slug, added.live) == ("profil-desa-1", False)
        assert factories.provisioned(GovernmentPage, kemiren, "en").slug == "government"
    assert get("kemiren.localhost", "/profil-desa/").status_code == 200
    assert Page.objects.get(pk=own.pk).title == "Profil desa"


def test_an_upgrade_leaves_filled_pages_alone(kemiren):
    factories.make_government(kemiren)
    before = list(GovernmentPage.objects.values_list("pk", "live", "latest_revision"))
    call_command("upgrade_villages", verbosity=0)
    assert list(GovernmentPage.objects.values_list("pk", "live", "latest_revision")) == before


@pytest.mark.parametrize(
    ("code", "hostname", "email", "word"),
    [
        ("35.10.99.2999", "baru.localhost", "", "35.10.99.2999"),
        ("salah", "baru.localhost", "", "salah"),
        (None, "kemiren.localhost", "", "kemiren.localhost"),
        (None, "http://baru.localhost/", "", "http://baru.localhost/"),
        (None, "baru localhost", "", "baru localhost"),
        (None, "", "", ""),
        (None, "baru.localhost", "bukan-alamat", "bukan-alamat"),
    ],
)
def test_wrong_input_gets_a_clear_message_and_nothing_half_made(kemiren, code, hostname, email, word):
    fresh = factories.register("Baru")
    before = everything()
    with pytest.raises(ProvisioningError, match=re.escape(word)):
        provisioning.create_village(code or fresh.code, hostname, email)
    assert everything() == before
    assert Village.objects.get(pk=fresh.pk).site is None


def test_a_village_that_has_a_site_is_not_made_again_under_another_host(kemiren):
    with pytest.raises(ProvisioningError, match="kemiren.localhost"):
        provisioning.create_village(kemiren.code, "lain.localhost")


def test_a_kelurahan_can_not_take_a_desa_id_host(portal):
    village = factories.register("Panderejo", kind="kelurahan")
    with pytest.raises(ProvisioningError, match="desa.id"):
        provisioning.create_village(village.code, "panderejo.desa.id")
    assert provisioning.create_village(village.code, "panderejo.localhost")[1]


def test_the_admin_is_invited_by_a_letter_whose_link_sets_a_password(
    portal, client, django_capture_on_commit_callbacks
):
    village = factories.register("Kemiren")
    with django_capture_on_commit_callbacks(execute=True):
        provisioning.create_village(village.code, "kemiren.localhost", "Operator@Kemiren.example")
    letter = mail.outbox[0]
    assert letter.to == ["operator@kemiren.example"]
    path = re.search(r"http://kemiren\.localhost:\d+(/admin/password_reset/\S+)", letter.body)[1]
    page = client.get(path, headers={"host": "kemiren.localhost"}, follow=True)
    form = {"new_password1": factories.PASSWORD, "new_password2": factories.PASSWORD}
    client.post(page.redirect_chain[-1][0], form, headers={"host": "kemiren.localhost"})
    user = User.objects.get(email="operator@kemiren.example")
    assert user.check_password(factories.PASSWORD)
    assert list(user.groups.all()) == [Village.objects.get(pk=village.pk).admin_group]


def test_someone_with_an_account_keeps_their_password_and_gets_no_second_letter(
    kemiren, django_capture_on_commit_callbacks
):
    person = factories.make_person()
    for _time in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            provisioning.create_village(kemiren.code, "kemiren.localhost", person.email)
    assert len(mail.outbox) == 1
    assert "password_reset" not in mail.outbox[0].body
    person.refresh_from_db()
    assert person.check_password(factories.PASSWORD)


def test_someone_who_never_chose_a_password_can_be_invited_again(kemiren, django_capture_on_commit_callbacks):
    for _time in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            provisioning.create_village(kemiren.code, "kemiren.localhost", "baru@kemiren.example")
    assert ["password_reset" in letter.body for letter in mail.outbox] == [True, True]


def test_the_commands_say_what_is_wrong(portal):
    with pytest.raises(CommandError, match="99"):
        call_command("create_village", code="99", hostname="x.localhost")
    with pytest.raises(CommandError, match="99"):
        call_command("close_village", code="99")
    with pytest.raises(CommandError, match="tidak-ada.csv"):
        call_command("import_villages", "tidak-ada.csv")


def test_an_old_host_leads_to_the_new_one(kemiren, get):
    provisioning.change_hostname(kemiren, "kemiren.desa.example")
    answer = get("kemiren.localhost", "/pengumuman/?page=2")
    assert answer.status_code == 302
    assert answer["Location"] == f"{kemiren.site.root_url}/pengumuman/?page=2"
    assert get("kemiren.desa.example", "/pengumuman/").status_code == 200


def test_a_village_may_take_its_old_host_back_but_no_other_village_may(kemiren, other):
    provisioning.change_hostname(kemiren, "baru.localhost")
    with pytest.raises(ProvisioningError, match="kemiren.localhost"):
        provisioning.change_hostname(other, "kemiren.localhost")
    provisioning.change_hostname(kemiren, "kemiren.localhost")
    assert list(FormerHostname.objects.values_list("hostname", flat=True)) == ["baru.localhost"]


def test_a_closed_village_leads_to_the_portal_and_comes_back_with_everything(kemiren, get, log_in):
    page = factories.make_announcement(kemiren)
    admin = factories.make_person(kemiren)
    call_command("close_village", code=kemiren.code, verbosity=0)
    answer = get("kemiren.localhost", "/pengumuman/")
    assert (answer.status_code, answer["Location"]) == (302, Site.objects.get(is_default_site=True).root_url)
    assert not page.permissions_for_user(User.objects.get(pk=admin.pk)).can_edit()
    call_command("close_village", code=kemiren.code, reopen=True, verbosity=0)
    assert get("kemiren.localhost", page.get_url()).status_code == 200
    assert page.permissions_for_user(User.objects.get(pk=admin.pk)).can_publish()


def test_the_history_of_each_page_of_a_new_village_begins_with_its_making(portal):
    village = factories.make_village("baru.localhost")
    pages = Page.objects.descendant_of(village.container, inclusive=True)
    entries = PageLogEntry.objects.filter(page__in=pages)
    assert sorted(entries.values_list("page_id", flat=True)) == sorted(pages.values_list("pk", flat=True))
    for entry in entries:
        assert (entry.action, entry.label) == ("wagtail.create", entry.page.title)
        assert entry.content_type == entry.page.content_type and entry.content_changed


def collections() -> list[str]:
    return [collection.name for collection in Collection.get_first_root_node().get_children()]


def places() -> dict[str, str]:
    return dict(Collection.objects.values_list("name", "path"))


def test_collections_stand_by_name_and_a_new_one_moves_no_other(portal):
    for name in ("Tamansari", "Aliyan", "Kemiren", "Wongsorejo", "Bajulmati", "Kluncing"):
        before = places()
        factories.make_village(f"{name.lower()}.localhost", name=name)
        assert before.items() <= places().items()
    assert collections() == sorted(collections()) and len(collections()) >= 6
    assert Collection.find_problems() == ([], [], [], [], [])


def test_where_no_place_is_left_between_collections_room_is_made(portal):
    root = Collection.get_first_root_node()
    for name in ("Desa A", "Desa C"):
        root.add_child(name=name)
    add_collection("Desa B")
    assert collections() == sorted(collections()) and "Desa B" in collections()
    assert Collection.find_problems() == ([], [], [], [], [])


def test_the_portal_is_made_once(portal):
    before = everything()
    assert provisioning.create_portal()[1] is False
    assert everything() == before


def test_one_more_village_costs_the_same_among_many(portal):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            factories.make_village(name="Alas")
        return len(captured)

    queries()
    among_few = queries()
    for number in range(20):
        add_collection(f"Desa Bengkak {number:02}")
    assert queries() == among_few
