"""Ways round the walls that somebody has found once; each is closed, and stays so."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import CollectionViewRestriction, Page, PageSubscription
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from sites.models import StandardPage, VillageDocument, VillageImage
from sites.team import acts
from tests.factories import sites as factories

HOST = "kemiren.localhost"


def add_standard_page(village):
    return reverse("wagtailadmin_pages:add", args=["sites", "standardpage", factories.home(village).pk])


def standard_form(**values):
    defaults = {
        "title": "Profil",
        "slug": "",
        "summary": "",
        "listing_image": "",
        "search_description": "",
        "body": streamfield([]),
    }
    return nested_form_data({**defaults, **values})


@pytest.fixture
def mixed(kemiren, other):
    """Admin in Kemiren, contributor in the other village."""
    person = factories.make_person(kemiren)
    person.groups.add(other.contributor_group)
    return person


@pytest.mark.parametrize("where", ["query", "form", "nowhere"])
def test_all_pages_of_the_tree_are_never_chosen_at_once(admin, kemiren, other, where):
    factories.make_page(other, "RAHASIA", live=False)
    own = factories.make_page(kemiren, "Milik sendiri")
    move = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"]) + "?id=all"
    home = factories.home(kemiren).pk
    query, form = {"query": (f"&childOf={home}", {}), "form": ("", {"childOf": home}), "nowhere": ("", {})}[
        where
    ]
    answer = admin.post(move + query, form)
    assert "RAHASIA" not in answer.text
    assert answer.status_code == (200 if where == "query" else 404)
    assert (own.title in answer.text) == (where == "query")


@pytest.mark.parametrize("title", ["", "Profil"])
@pytest.mark.parametrize("place", ["field", "stream", "text"])
def test_no_form_that_comes_back_names_what_is_anothers(admin, kemiren, other, title, place):
    picture = factories.make_media(VillageImage, other, "RAHASIA")
    draft = factories.make_page(other, "RAHASIA", live=False)
    values = {
        "field": {"listing_image": picture.pk},
        "stream": {"body": streamfield([("image", {"image": picture.pk, "size": "wide", "caption": ""})])},
        "text": {
            "body": streamfield([("paragraph", rich_text(f'<a linktype="page" id="{draft.pk}">x</a>'))])
        },
    }[place]
    answer = admin.post(add_standard_page(kemiren), standard_form(title=title, **values))
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert "rahasia" not in answer.text.lower()
    assert not StandardPage.objects.descendant_of(kemiren.container).filter(title="Profil").exists()


def test_no_row_of_a_form_that_comes_back_names_what_is_anothers(admin, kemiren, other):
    document = factories.make_media(VillageDocument, other, "RAHASIA")
    parent = factories.announcement_list(kemiren)
    form = {
        "title": "",
        "slug": "",
        "summary": "",
        "category": "event",
        "severity": "info",
        "expires_at": "",
        "tags": "",
        "search_description": "",
        "body": streamfield([]),
        "attachments": inline_formset([{"document": document.pk, "title": ""}]),
    }
    url = reverse("wagtailadmin_pages:add", args=["sites", "announcementpage", parent.pk])
    answer = admin.post(url, nested_form_data(form))
    assert answer.status_code == 200
    assert "RAHASIA" not in answer.text


def test_a_form_with_a_forged_structure_is_refused_without_a_failure(admin, kemiren, other):
    """The number of a picture may be that of a stream's blocks."""
    VillageImage.objects.filter(pk=factories.make_media(VillageImage, other, "RAHASIA").pk).update(id=1)
    blocks = [("image", {"image": 1, "size": "wide", "caption": ""})]
    data = standard_form(title="", summary="Isi", body=streamfield(blocks))
    answer = admin.post(add_standard_page(kemiren), data)
    assert answer.status_code == 200
    assert "Isi" in answer.text
    assert "RAHASIA" not in answer.text


def test_a_redirect_names_no_page_of_another_village(admin, kemiren, other):
    draft = factories.make_page(other, "RAHASIA", live=False)
    answer = admin.post(reverse("site_redirects:add"), {"site": kemiren.site_id, "redirect_page": draft.pk})
    assert answer.status_code == 200
    assert "RAHASIA" not in answer.text


def test_a_role_in_one_village_is_none_in_another(mixed, kemiren, other, log_in):
    client = log_in(mixed, HOST)
    theirs = Redirect.add_redirect("/lama", "https://baik.example/", site=other.site)
    own = Redirect.add_redirect("/lama", "https://baik.example/", site=kemiren.site)
    evil = {"site": other.site_id, "old_path": "/baru", "redirect_link": "https://jahat.example/"}
    assert client.post(reverse("site_redirects:add"), evil).status_code == 200
    assert client.post(reverse("site_redirects:edit", args=[own.pk]), evil).status_code == 200
    for name in ("edit", "delete"):
        assert client.post(reverse(f"site_redirects:{name}", args=[theirs.pk]), evil).status_code == 404
    listed = client.get(reverse("site_redirects:index")).text
    assert reverse("site_redirects:edit", args=[own.pk]) in listed
    assert reverse("site_redirects:edit", args=[theirs.pk]) not in listed
    assert set(Redirect.objects.values_list("site", "redirect_link")) == {
        (kemiren.site_id, "https://baik.example/"),
        (other.site_id, "https://baik.example/"),
    }


@pytest.mark.parametrize("body", [{"locale": "en", "alias": True}, {"locale": "en", "copy_parents": True}])
def test_a_contributor_publishes_no_copy_by_the_admins_api(kemiren, log_in, body):
    person = factories.make_person(kemiren, "contributor")
    page = factories.make_page(kemiren, "Milik sendiri", live=False, owner=person)
    url = reverse("wagtailadmin_api:pages:action", args=[page.pk, "copy_for_translation"])
    before = Page.objects.count()
    answer = log_in(person, HOST).post(url, body, content_type="application/json")
    assert answer.status_code in (302, 403)
    assert Page.objects.count() == before


def test_a_page_stays_in_its_village_with_its_schedule(mixed, kemiren, other, log_in):
    page = factories.make_page(kemiren, "Terjadwal", live=False)
    destination = factories.home(other).pk
    client = log_in(mixed, HOST)
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, destination]))
    move = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    client.post(f"{move}?id={page.pk}", {"chooser": destination})
    assert Page.objects.get(pk=page.pk).path.startswith(kemiren.container.path)
    inside = factories.make_page(kemiren, "Induk")
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, inside.pk]))
    assert Page.objects.get(pk=page.pk).is_child_of(Page.objects.get(pk=inside.pk))


def test_who_was_taken_out_hears_and_sees_no_more_of_the_village(
    kemiren, other, log_in, django_capture_on_commit_callbacks
):
    person, boss = factories.make_person(kemiren), factories.make_person(kemiren)
    person.groups.add(other.admin_group)
    client = log_in(person, "lain.localhost")
    page = factories.make_page(kemiren, "Lama", owner=person)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client.post(edit, standard_form(title="Lama", slug="lama")).status_code == 302
    client.post(reverse("wagtailadmin_pages:lock", args=[page.pk]))
    PageSubscription.objects.update_or_create(
        page=page, user=person, defaults={"comment_notifications": True}
    )
    acts.take_out(kemiren, boss, person)
    page.refresh_from_db()
    assert not page.locked
    assert not PageSubscription.objects.filter(user=person).exists()
    mail.outbox.clear()
    log_in(boss, HOST).post(edit, standard_form(title="RAHASIA", slug="lama"))
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=person)
    assert "RAHASIA" not in client.get("/admin/").text
    assert not mail.outbox


def test_a_page_is_closed_by_a_password_only_and_no_group_is_named(admin, kemiren, other):
    page = factories.make_page(kemiren, "Tertutup")
    url = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    asked = admin.get(url).text
    assert str(other) not in asked
    assert "Staf portal" not in asked
    admin.post(url, {"restriction_type": "groups", "groups": [other.admin_group_id]})
    assert not page.view_restrictions.exists()
    admin.post(url, {"restriction_type": "password", "password": "wani"})
    assert page.view_restrictions.get().restriction_type == "password"


@pytest.mark.parametrize(
    "target",
    [
        "http://{host}/lama?x=1",
        "http://{host}/id/lama",
        "http://{host}./lama/",
        "http://KEMIREN.localhost/lama",
        "http://dulu.localhost/lama",
    ],
)
def test_a_circle_is_seen_however_it_is_written(admin, kemiren, target):
    kemiren.former_hostnames.create(hostname="dulu.localhost")
    form = {"site": kemiren.site_id, "old_path": "/lama", "redirect_link": target.format(host=HOST)}
    answer = admin.post(reverse("site_redirects:add"), form)
    assert answer.status_code == 200
    assert not Redirect.objects.exists()


def test_a_circle_through_another_village_is_seen(admin, kemiren, other):
    Redirect.add_redirect("/sana", f"http://{HOST}/lama", site=other.site)
    form = {"site": kemiren.site_id, "old_path": "/lama", "redirect_link": "http://lain.localhost/sana"}
    assert admin.post(reverse("site_redirects:add"), form).status_code == 200


def test_choosers_show_the_title_that_readers_know(admin, kemiren, portal):
    home = portal.root_page
    page = home.add_child(instance=StandardPage(title="Kabar bersama", locale=home.locale))
    page.title = "RAHASIA bersama"
    page.save_revision()
    addresses = [
        reverse("wagtailadmin_choose_page_search") + "?q=bersama",
        reverse("wagtailadmin_choose_page_chosen_multiple") + f"?id={page.pk}",
    ]
    for address in addresses:
        told = admin.get(address).text
        assert "Kabar bersama" in told
        assert "RAHASIA" not in told


def test_no_cache_keeps_what_one_visitor_may_see(kemiren, other, log_in):
    picture = factories.make_media(VillageImage, kemiren, "Gambar")
    document = factories.make_media(VillageDocument, kemiren, "Berkas")
    member = log_in(factories.make_person(kemiren), "lain.localhost")
    for url in (picture.file.url, document.url):
        assert "no-store" in member.get(url)["Cache-Control"]
    lock = CollectionViewRestriction.objects.create(collection=kemiren.collection, restriction_type="login")
    inside = log_in(factories.make_person(kemiren), HOST)
    for url in (picture.file.url, document.url):
        assert "no-store" in inside.get(url)["Cache-Control"]
    lock.delete()
    assert "immutable" in Client(HTTP_HOST=HOST).get(picture.file.url)["Cache-Control"]


def test_a_private_picture_is_in_no_share_image(kemiren):
    picture = factories.make_media(VillageImage, kemiren, "Gambar")
    page = factories.make_page(kemiren, "Profil", listing_image=picture)
    factories.publish(page)
    reader = Client(HTTP_HOST=HOST)
    address = reader.get("/profil/").text.partition('property="og:image" content="http://kemiren.localhost')[
        2
    ]
    address = address.partition('"')[0]
    shown = b"".join(reader.get(address).streaming_content)
    CollectionViewRestriction.objects.create(collection=kemiren.collection, restriction_type="login")
    assert b"".join(reader.get(address).streaming_content) != shown


def test_a_title_is_no_formula_in_a_spreadsheet(admin, kemiren):
    page = factories.make_page(kemiren, "=HYPERLINK(1)", live=False)
    Page.objects.filter(pk=page.pk).update(has_unpublished_changes=True)
    answer = admin.get(reverse("village_reports:drafts"), {"export": "csv"})
    told = b"".join(answer.streaming_content).decode()
    assert "'=HYPERLINK(1)" in told


def test_who_works_for_two_villages_is_told_no_number_of_everybodys_pages(mixed, kemiren, log_in):
    def counts(person):
        used = log_in(person, HOST).get("/admin/").templates
        return "wagtailadmin/home/site_summary_pages.html" in {template.name for template in used}

    assert counts(factories.make_person(kemiren))
    assert not counts(mixed)
