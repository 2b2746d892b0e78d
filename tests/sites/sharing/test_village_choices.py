"""An admin of a village finds what offices offer to it, and chooses what becomes of it on its own site."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page

from sites.models import AnnouncementPage, SiteSettings, VillageSharing
from sites.sharing import choices
from tests.factories import sites as factories
from tests.factories.remembered import remembered

HOST = "kemiren.localhost"
LIST = reverse("from_offices:index")


@pytest.fixture
@remembered
def office(portal):
    return factories.make_office("disbudpar", name="Dinas Pariwisata", may_alert=True)


@pytest.fixture
def page(kemiren, office):
    return factories.make_shared(office, "Ayo menari")


def address(page, name="choose"):
    return reverse(f"from_offices:{name}", args=[page.pk])


def titles(answer):
    return [offer.page.title for offer in answer.context["object_list"]]


def choice(village, page):
    return VillageSharing.objects.about(page, village)


def save(client, page, **values):
    return client.post(address(page), {"note": "", "note_en": "", **values}, follow=True)


def complaint(answer, name="is_hidden"):
    return " ".join(answer.context["form"].errors.get(name, []))


def test_the_list_holds_what_is_for_the_village_newest_first(admin, kemiren, office, page):
    factories.make_shared(office, "Untuk Glagah", audience="districts", audience_districts=[kemiren.district])
    factories.make_shared(office, "Untuk Licin", audience="districts", audience_districts=["Licin"])
    factories.make_shared(office, "Hanya di portal", audience="portal")
    factories.make_shared(None, "Dari kabupaten", audience="desa")
    factories.make_announcement(kemiren, "Pengumuman sendiri")
    assert titles(admin.get(LIST)) == ["Dari kabupaten", "Untuk Glagah", "Ayo menari"]


def test_a_line_says_whose_page_it_is_of_which_kind_and_leads_to_it_on_the_own_site(admin, kemiren, page):
    told = admin.get(LIST).text
    assert "Dinas Pariwisata" in told
    assert "Pengumuman" in told
    assert f"{kemiren.url}/pengumuman/disbudpar/ayo-menari/" in told


def test_a_page_in_two_languages_is_one_line(admin, page):
    factories.translate(page)
    assert titles(admin.get(LIST)) == ["Ayo menari"]


def test_the_list_can_be_searched_by_title(admin, office, page):
    factories.make_shared(office, "Lomba layang-layang", summary="ayo menari")
    assert titles(admin.get(LIST, {"q": "MENARI"})) == ["Ayo menari"]
    assert "Tidak ada" in admin.get(LIST, {"q": "tidak ada di sini"}).text


def test_the_list_has_pages(admin, office):
    for number in range(27):
        factories.make_shared(office, f"Nomor {number:02}")
    assert titles(admin.get(LIST))[0] == "Nomor 26"
    assert titles(admin.get(LIST, {"p": 2})) == ["Nomor 01", "Nomor 00"]


def test_what_has_ended_stays_in_the_list_and_says_so(admin, office):
    yesterday = timezone.now() - timedelta(days=1)
    factories.make_shared(office, "Sudah lewat", expires_at=yesterday)
    answer = admin.get(LIST)
    assert titles(answer) == ["Sudah lewat"]
    assert "berakhir" in answer.text
    assert "/pengumuman/disbudpar/sudah-lewat/" in answer.text


def test_what_is_withdrawn_leaves_the_list(admin, page):
    page.unpublish()
    assert titles(admin.get(LIST)) == []
    assert admin.get(address(page)).status_code == 404


def test_a_longer_list_costs_no_more_queries(admin, kemiren, office, page, django_assert_num_queries):
    admin.get(LIST)
    with CaptureQueriesContext(connection) as few:
        admin.get(LIST)
    for number in range(10):
        more = factories.make_shared(office, f"Nomor {number}")
        VillageSharing.objects.create(
            village=kemiren, translation_key=more.translation_key, is_hidden=number % 2, note="Catatan"
        )
    with django_assert_num_queries(len(few)):
        admin.get(LIST)


def test_hiding_a_page_takes_it_off_the_site_and_one_button_brings_it_back(admin, kemiren, page, get):
    where = "/pengumuman/disbudpar/ayo-menari/"
    assert get(HOST, where).status_code == 200
    answer = save(admin, page, is_hidden="on")
    assert "kini disembunyikan dari situs" in answer.text
    assert address(page, "show_again") in answer.text
    assert get(HOST, where).status_code == 404
    answer = admin.post(address(page, "show_again"), follow=True)
    assert "tampil lagi" in answer.text
    assert get(HOST, where).status_code == 200
    assert choice(kemiren, page) is None


def test_showing_a_page_again_keeps_the_rest_of_what_was_chosen(admin, kemiren, page):
    save(admin, page, is_hidden="on", is_pinned="on", note="Kamis di balai desa")
    admin.post(address(page, "show_again"))
    kept = choice(kemiren, page)
    assert (kept.is_hidden, kept.is_pinned, kept.note) == (False, True, "Kamis di balai desa")


def test_an_address_that_does_something_does_nothing_when_it_is_only_opened(admin, kemiren, page):
    save(admin, page, is_hidden="on")
    assert admin.get(address(page, "show_again")).url == LIST
    assert choice(kemiren, page).is_hidden


def test_hiding_in_one_language_hides_in_all(admin, kemiren, page):
    factories.translate(page)
    assert AnnouncementPage.objects.shared_on(kemiren.site).count() == 2
    save(admin, page, is_hidden="on")
    assert not AnnouncementPage.objects.shared_on(kemiren.site).exists()


def test_pinning_and_noting_is_said_and_shows_in_the_list(admin, kemiren, page, get):
    answer = save(admin, page, is_pinned="on", note="Kamis di balai desa")
    assert "di urutan teratas" in answer.text
    assert "dengan catatan" in answer.text
    assert "Kamis di balai desa" in get(HOST, "/pengumuman/disbudpar/ayo-menari/").text


def test_a_choice_of_nothing_leaves_no_row(admin, kemiren, page):
    save(admin, page)
    assert not VillageSharing.objects.exists()
    save(admin, page, is_pinned="on")
    assert VillageSharing.objects.count() == 1
    answer = save(admin, page)
    assert "seperti yang ditulis dinas" in answer.text
    assert not VillageSharing.objects.exists()


def test_a_note_in_english_is_asked_where_the_site_shows_english(admin, kemiren, page):
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=True)
    assert "note_en" in admin.get(address(page)).context["form"].fields
    save(admin, page, note_en="Thursday at the village hall")
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=False)
    assert "note_en" not in admin.get(address(page)).context["form"].fields
    save(admin, page, is_pinned="on", note_en="Sent all the same")
    assert choice(kemiren, page).note_en == "Thursday at the village hall"
    save(admin, page)
    assert choice(kemiren, page).note_en == "Thursday at the village hall"


def test_a_note_that_is_too_long_is_refused_and_stays_in_the_form(admin, page):
    answer = save(admin, page, note="x" * 501, is_pinned="on")
    assert complaint(answer, "note")
    assert answer.context["form"]["note"].value() == "x" * 501
    assert not VillageSharing.objects.exists()


class TestAnEmergency:
    @pytest.fixture
    def page(self, kemiren, office):
        tomorrow = timezone.now() + timedelta(days=1)
        return factories.make_shared(office, "Awas banjir", severity="emergency", expires_at=tomorrow)

    def test_the_list_says_that_it_cannot_be_hidden(self, admin, page):
        assert "tidak bisa disembunyikan" in admin.get(LIST).text

    def test_the_form_says_why(self, admin, page):
        answer = admin.get(address(page))
        assert answer.context["form"].fields["is_hidden"].disabled
        assert "keadaan darurat" in answer.text

    def test_a_form_that_hides_it_all_the_same_is_refused_and_nothing_is_lost(self, admin, page):
        answer = save(admin, page, is_hidden="on", note="Naik ke balai desa")
        assert "tidak bisa disembunyikan" in complaint(answer)
        assert answer.context["form"]["note"].value() == "Naik ke balai desa"
        assert not VillageSharing.objects.exists()

    def test_it_can_be_pinned_and_noted(self, admin, kemiren, page):
        save(admin, page, is_pinned="on", note="Naik ke balai desa")
        assert choice(kemiren, page).note == "Naik ke balai desa"

    def test_what_was_hidden_before_it_became_one_shows_and_is_remembered(self, admin, kemiren, page, get):
        VillageSharing.objects.create(village=kemiren, translation_key=page.translation_key, is_hidden=True)
        answer = admin.get(LIST)
        assert [offer.is_hidden for offer in answer.context["object_list"]] == [False]
        save(admin, page, note="Naik ke balai desa")
        assert choice(kemiren, page).is_hidden


def test_the_page_itself_is_never_changed(admin, page):
    before = Page.objects.filter(pk=page.pk).values().get()
    save(admin, page, is_hidden="on", is_pinned="on", note="Catatan")
    admin.post(address(page, "show_again"))
    assert Page.objects.filter(pk=page.pk).values().get() == before


def test_the_choice_stands_in_the_history_of_the_village_without_its_words(admin, kemiren, page):
    save(admin, page, is_hidden="on", note="Kata-kata kami")
    entry = ModelLogEntry.objects.get(action="sharing.choose")
    assert entry.object_id == str(kemiren.pk)
    assert entry.data == {"page": page.pk, "hidden": True, "pinned": False, "note": True}
    assert str(page.pk) in entry.message


def test_of_two_that_save_at_once_the_second_finds_the_row_of_the_first(kemiren, page, monkeypatch):
    """The first row comes between the second one's look and its own row."""
    person, real = factories.make_person(kemiren), VillageSharing.objects.create
    about = {"village": kemiren, "translation_key": page.translation_key}
    manager = type(VillageSharing.objects.all())
    look = manager.get

    def miss(queryset, *args, **kwargs):
        monkeypatch.setattr(manager, "get", look)
        real(**about, is_pinned=True)
        raise VillageSharing.DoesNotExist

    monkeypatch.setattr(manager, "get", miss)
    choices.choose(kemiren, page, person, note="Kedua")
    assert [(row.is_pinned, row.note) for row in VillageSharing.objects.all()] == [(True, "Kedua")]


def test_a_village_knows_only_its_own_choices(admin, kemiren, other, page, log_in):
    theirs = log_in(factories.make_person(other), other.site.hostname)
    save(theirs, page, is_hidden="on", note="Rahasia desa lain")
    answer = admin.get(LIST)
    assert [offer.choice for offer in answer.context["object_list"]] == [None]
    assert "Rahasia desa lain" not in admin.get(address(page)).text
    save(admin, page, is_pinned="on")
    assert choice(other, page).note == "Rahasia desa lain"


def test_a_page_for_other_villages_is_not_there(admin, kemiren, other, office):
    page = factories.make_shared(
        office, "Untuk desa lain", audience="villages", audience_villages=[other.code]
    )
    assert admin.get(address(page)).status_code == 404
    assert admin.post(address(page), {"is_pinned": "on"}).status_code == 404
    assert admin.post(address(page, "show_again")).status_code == 404
    assert admin.get(address(factories.make_announcement(other))).status_code == 404


@pytest.mark.parametrize("who", ["contributor", "officer", "portal staff"])
def test_only_admins_of_a_village_choose(who, kemiren, office, page, log_in, staff):
    clients = {"contributor": lambda: log_in(factories.make_person(kemiren, "contributor"), HOST)}
    clients |= {"officer": lambda: log_in(factories.make_officer()), "portal staff": lambda: staff}
    client = clients[who]()
    assert client.get(LIST).status_code == 302
    assert client.post(address(page), {"is_hidden": "on"}).status_code == 302
    assert LIST not in client.get(reverse("wagtailadmin_home")).text
    assert not VillageSharing.objects.exists()


def test_an_admin_finds_it_in_the_menu(admin, page):
    assert LIST in admin.get(reverse("wagtailadmin_home")).text


class TestOfTwoVillages:
    @pytest.fixture
    def person(self, kemiren, other):
        person = factories.make_person(kemiren)
        person.groups.add(other.admin_group)
        return person

    def test_the_list_is_that_of_the_working_village(self, person, kemiren, other, office, log_in):
        factories.make_shared(office, "Untuk Kemiren", audience="villages", audience_villages=[kemiren.code])
        factories.make_shared(office, "Untuk yang lain", audience="villages", audience_villages=[other.code])
        client = log_in(person, HOST)
        assert titles(client.get(LIST)) == ["Untuk Kemiren"]
        client.post(reverse("village_switch:switch"), {"village": other.pk})
        assert titles(client.get(LIST)) == ["Untuk yang lain"]

    def test_a_form_of_one_village_changes_nothing_in_the_other(self, person, kemiren, other, page, log_in):
        client = log_in(person, HOST)
        client.post(reverse("village_switch:switch"), {"village": other.pk})
        answer = save(client, page, is_hidden="on", village=kemiren.pk)
        assert "tidak ada yang disimpan" in answer.text
        assert not VillageSharing.objects.exists()


class TestTheCard:
    def told(self, client):
        return client.get(reverse("wagtailadmin_home")).text

    def test_counts_what_is_new(self, admin, office, page):
        factories.make_shared(office, "Kedua")
        old = factories.make_shared(office, "Lama")
        then = timezone.now() - choices.NEW_FOR - timedelta(hours=1)
        AnnouncementPage.objects.filter(pk=old.pk).update(first_published_at=then)
        assert "2 halaman baru" in self.told(admin)

    def test_is_not_there_when_nothing_is_new(self, admin):
        assert "halaman baru" not in self.told(admin)

    def test_costs_one_query(self, kemiren, page, django_assert_num_queries):
        with django_assert_num_queries(1):
            assert choices.count_new(kemiren) == 1
