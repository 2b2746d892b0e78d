"""What an office publishes once, on the sites of the villages that it is for."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Revision

from sites.identity import portal_site
from sites.models import AnnouncementPage, PageViews, ShareTarget, VillageSharing
from tests.factories import sites as factories
from tests.factories.remembered import remembered

LIST, ENGLISH_LIST = "/pengumuman/", "/en/announcements/"
ADDRESS = "/pengumuman/disbudpar/ayo-menari/"
KEMIREN, OTHER, PORTAL = "kemiren.localhost", "lain.localhost", "localhost"


@pytest.fixture
@remembered
def office(kemiren, other):
    return factories.make_office()


@pytest.fixture
def text(get):
    """What a reader of a host sees: text(host, path)."""

    def read(host, path=LIST):
        return get(host, path, follow=True).content.decode()

    return read


def choose(village, page, **values):
    return VillageSharing.objects.create(village=village, translation_key=page.translation_key, **values)


def test_an_announcement_of_an_office_stands_on_every_village_without_a_copy(office, text):
    factories.make_shared(office)
    for host in (KEMIREN, OTHER):
        assert "Ayo menari" in text(host) and "Ayo menari" in text(host, "/")
    assert AnnouncementPage.objects.count() == 1


def test_it_is_read_in_the_frame_of_the_village_and_kept_by_search_engines_at_the_office(office, get):
    factories.make_shared(office)
    page = get(KEMIREN, ADDRESS)
    body = page.content.decode()
    assert page.status_code == 200 and f'href="{ADDRESS}"' in get(KEMIREN, LIST).content.decode()
    assert "Desa" in body and "Dinas disbudpar" in body
    at_office = f"{portal_site().root_url}/kantor/disbudpar/pengumuman/ayo-menari/"
    assert f'<link rel="canonical" href="{at_office}">' in body
    assert '<link rel="alternate" hreflang' not in body
    assert ADDRESS not in get(KEMIREN, "/sitemap.xml").content.decode()


@pytest.mark.parametrize(
    ("audience", "values", "shown"),
    [
        ("all", {}, {KEMIREN, OTHER}),
        ("portal", {}, set()),
        ("desa", {}, {KEMIREN}),
        ("kelurahan", {}, {OTHER}),
        ("districts", {"audience_districts": ["Licin"]}, {OTHER}),
        ("districts", {"audience_districts": ["Glagah", "Licin"]}, {KEMIREN, OTHER}),
    ],
)
def test_it_stands_where_its_audience_is(portal, text, audience, values, shown):
    factories.make_village(KEMIREN, name="Kemiren", district="Glagah")
    factories.make_village(OTHER, name="Lain", district="Licin", kind="kelurahan")
    factories.make_shared(factories.make_office(), audience=audience, **values)
    assert {host for host in (KEMIREN, OTHER) if "Ayo menari" in text(host)} == shown


def test_chosen_villages_show_it_and_the_portal_always_does(office, kemiren, text):
    factories.make_shared(office, audience="villages", audience_villages=[kemiren.code])
    assert "Ayo menari" in text(KEMIREN) and "Ayo menari" not in text(OTHER)
    assert "Ayo menari" in text("localhost") and "Ayo menari" in text("localhost", "/kantor/disbudpar/")


def test_where_it_is_not_for_a_village_its_address_is_not_there_either(office, get):
    factories.make_shared(office, audience="portal")
    assert get(KEMIREN, ADDRESS).status_code == 404


def test_what_the_regency_itself_publishes_is_shared_the_same_way(office, get, text):
    factories.make_shared(None, "Pasar murah")
    assert "Kabupaten Banyuwangi" in text(KEMIREN)
    assert get(KEMIREN, "/pengumuman/banyuwangi/pasar-murah/").status_code == 200


def test_a_page_with_the_same_slug_of_the_village_itself_wins_and_both_are_reached(office, kemiren, text):
    factories.make_shared(office)
    factories.make_announcement(kemiren, "Ayo menari", summary="Milik desa")
    assert "Milik desa" in text(KEMIREN, "/pengumuman/ayo-menari/")
    assert "Dinas disbudpar" in text(KEMIREN, ADDRESS)


def test_two_offices_may_publish_under_the_same_slug(office, get):
    factories.make_shared(office)
    factories.make_shared(factories.make_office("bpbd"))
    for slug in ("disbudpar", "bpbd"):
        assert get(KEMIREN, f"/pengumuman/{slug}/ayo-menari/").status_code == 200


def test_both_languages_are_one_page_with_the_audience_of_the_indonesian_version(office, kemiren, text):
    page = factories.make_shared(office, audience="villages", audience_villages=[kemiren.code])
    factories.translate(page)
    assert "Come and dance" in text(KEMIREN, ENGLISH_LIST)
    assert "Come and dance" not in text(OTHER, ENGLISH_LIST)
    body = text(KEMIREN, ADDRESS)
    assert 'href="/en/announcements/disbudpar/come-and-dance/"' in body


def test_a_language_that_comes_later_stands_everywhere_at_once(office, text):
    page = factories.make_shared(office)
    assert "Come and dance" not in text(KEMIREN, ENGLISH_LIST)
    factories.translate(page)
    assert "Come and dance" in text(KEMIREN, ENGLISH_LIST)


def test_before_there_is_english_the_switch_leads_to_the_list_with_a_note(office, get):
    factories.make_shared(office)
    page = get(KEMIREN, f"/en{ADDRESS}", follow=True)
    assert page.redirect_chain[0][0].startswith("/en/announcements/?untranslated=")
    note = page.text.split('<aside class="banner" aria-label="Language">')[1].split("</aside>")[0]
    assert f'href="{ADDRESS}"' in note and "Ayo menari" in note


def test_a_correction_shows_on_the_next_request_and_keeps_what_villages_chose(office, kemiren, other, text):
    page = factories.make_shared(office)
    choose(kemiren, page, note="Di desa kita hari Kamis di balai")
    choose(other, page, is_hidden=True)
    page.title = "Ayo menari bersama"
    factories.publish(page)
    body = text(KEMIREN, ADDRESS)
    assert "Ayo menari bersama" in body and "hari Kamis di balai" in body
    assert "Ayo menari" not in text(OTHER)


def test_a_narrower_audience_takes_it_off_the_other_villages(office, kemiren, text):
    page = factories.make_shared(office)
    page.audience, page.audience_villages = "villages", [kemiren.code]
    factories.publish(page)
    assert "Ayo menari" in text(KEMIREN) and "Ayo menari" not in text(OTHER)


def test_once_it_has_ended_it_is_in_the_archive_of_the_village_and_can_be_read_there(office, text):
    factories.make_shared(office, expires_at=timezone.now() + timedelta(hours=1))
    AnnouncementPage.objects.update(expires_at=timezone.now() - timedelta(hours=1))
    assert "Ayo menari" not in text(KEMIREN)
    assert f'href="{ADDRESS}"' in text(KEMIREN, f"{LIST}?archive=1")
    assert "Pengumuman ini sudah berakhir" in text(KEMIREN, ADDRESS)


PLACES = ["/", LIST, ENGLISH_LIST, "/feed/", "/en/feed/", f"{LIST}feed/", "/cari/?q=menari"]
PLACES += ["/en/search/?q=dance", "/cari/saran/?q=menari"]
SLUGS = ["/ayo-menari/", "/come-and-dance/"]
PORTAL_PLACES = [
    "/pengumuman/",
    "/en/announcements/",
    "/kantor/disbudpar/",
    "/en/offices/disbudpar/",
    "/feed/",
]
PORTAL_PLACES += ["/en/feed/", "/kantor/disbudpar/feed/", "/cari/?q=menari", "/sitemap.xml"]


def test_it_stands_in_all_places_before_it_is_withdrawn(office, text):
    factories.translate(factories.make_shared(office))
    for host, path in [(KEMIREN, path) for path in PLACES] + [(PORTAL, path) for path in PORTAL_PLACES]:
        body = text(host, path)
        assert any(slug in body for slug in SLUGS), (host, path)


def withdraw(page):
    page.unpublish()


def delete(page):
    page.delete()


def expire(page):
    page.expire_at = timezone.now() + timedelta(hours=1)
    factories.publish(page)
    past = timezone.now() - timedelta(seconds=1)
    AnnouncementPage.objects.update(expire_at=past)
    ShareTarget.objects.update(ends_at=past)


@pytest.mark.parametrize("end", [withdraw, delete, expire])
def test_withdrawing_it_leaves_nothing_anywhere(office, kemiren, get, text, end):
    page = factories.make_shared(office)
    factories.translate(page)
    choose(kemiren, page, note="Catatan kami")
    get(KEMIREN, ADDRESS)
    end(page)
    places = [(KEMIREN, path) for path in PLACES] + [(PORTAL, path) for path in PORTAL_PLACES]
    for host, path in places:
        body = text(host, path)
        assert not any(slug in body for slug in SLUGS), (host, path)
    assert get(KEMIREN, ADDRESS).status_code == 404
    if end is delete:
        assert not PageViews.objects.exists() and not ShareTarget.objects.exists()


def test_what_villages_chose_goes_with_the_last_version(office, kemiren):
    page = factories.make_shared(office)
    english = factories.translate(page)
    choose(kemiren, page, is_hidden=True)
    page.delete()
    assert VillageSharing.objects.exists()
    english.delete()
    assert not VillageSharing.objects.exists()


def test_published_again_it_is_back_with_what_the_villages_chose(office, kemiren, text):
    page = factories.make_shared(office)
    choose(kemiren, page, note="Catatan kami")
    page.unpublish()
    factories.publish(AnnouncementPage.objects.get(pk=page.pk))
    assert "Catatan kami" in text(KEMIREN, ADDRESS)


def test_a_village_hides_it_on_its_site_only(office, kemiren, get, text):
    page = factories.make_shared(office)
    choose(kemiren, page, is_hidden=True)
    assert "Ayo menari" not in text(KEMIREN) and get(KEMIREN, ADDRESS).status_code == 404
    assert "Ayo menari" in text(OTHER)


def test_a_village_that_hides_everything_has_a_list_that_says_so(office, kemiren, text):
    for title in ("Satu", "Dua"):
        choose(kemiren, factories.make_shared(office, title), is_hidden=True)
    assert "Saat ini tidak ada pengumuman" in text(KEMIREN)


def test_a_village_keeps_it_on_top_of_its_own(office, kemiren, text):
    page = factories.make_shared(office)
    factories.make_announcement(kemiren, "Lebih baru")
    assert text(KEMIREN).index("Lebih baru") < text(KEMIREN).index("Ayo menari")
    choose(kemiren, page, is_pinned=True)
    assert text(KEMIREN).index("Ayo menari") < text(KEMIREN).index("Lebih baru")


def test_what_the_office_pins_on_the_portal_is_not_pinned_in_villages(office, kemiren, text):
    factories.make_shared(office, is_pinned=True)
    factories.make_announcement(kemiren, "Lebih baru")
    assert text(KEMIREN).index("Lebih baru") < text(KEMIREN).index("Ayo menari")


def test_a_note_shows_in_the_language_of_the_reader_or_in_the_other(office, kemiren, text):
    page = factories.make_shared(office)
    factories.translate(page)
    row = choose(kemiren, page, note="Hari Kamis")
    path = f"{ENGLISH_LIST}disbudpar/come-and-dance/"
    assert '<div lang="id"><p>Hari Kamis</p></div>' in text(KEMIREN, path)
    row.note_en = "On Thursday"
    row.save()
    assert "On Thursday" in text(KEMIREN, path) and "Hari Kamis" not in text(KEMIREN, path)
    assert "Hari Kamis" not in text(OTHER, ADDRESS)


def test_it_is_found_by_search_and_its_suggestions_in_the_frame_of_the_village(office, text):
    factories.make_shared(office)
    assert f'href="{ADDRESS}"' in text(KEMIREN, "/cari/?q=menari")
    assert ADDRESS in text(KEMIREN, "/cari/saran/?q=menari")


def test_it_is_in_the_feed_of_the_village_and_of_the_office(office, text):
    factories.make_shared(office)
    assert f"http://{KEMIREN}{ADDRESS}" in text(KEMIREN, f"{LIST}feed/")
    assert "http://localhost/kantor/disbudpar/pengumuman/ayo-menari/" in text(
        "localhost", "/kantor/disbudpar/feed/"
    )


def test_an_old_address_leads_to_the_new_one_on_the_village_too(
    office, get, django_capture_on_commit_callbacks
):
    page = factories.make_shared(office)
    page.slug = "ayo-menari-bersama"
    with django_capture_on_commit_callbacks(execute=True):
        factories.publish(page)
    found = get(KEMIREN, ADDRESS)
    assert found.status_code == 302 and found["Location"] == "/pengumuman/disbudpar/ayo-menari-bersama/"


def test_moved_to_another_office_it_is_theirs(office, text, get):
    page = factories.make_shared(office)
    bpbd = factories.make_office("bpbd")
    target = bpbd.page.get_children().get(slug="pengumuman")
    page.move(target, pos="last-child")
    assert "Dinas bpbd" in text(KEMIREN, "/pengumuman/bpbd/ayo-menari/")
    assert get(KEMIREN, ADDRESS)["Location"] == "/pengumuman/bpbd/ayo-menari/"


def test_moved_into_a_village_it_is_that_villages_own(office, kemiren, get, text):
    page = factories.make_shared(office)
    page.move(factories.announcement_list(kemiren), pos="last-child")
    assert get(KEMIREN, "/pengumuman/ayo-menari/").status_code == 200
    assert "Ayo menari" not in text(OTHER) and not ShareTarget.objects.exists()


def test_a_closed_page_is_not_shown(office, text, get):
    page = factories.make_shared(office)
    page.view_restrictions.create(restriction_type="password", password="rahasia")
    assert "Ayo menari" not in text(KEMIREN) and get(KEMIREN, ADDRESS).status_code == 404


def test_it_appears_by_its_date_and_is_withdrawn_by_its_date(office, text):
    now = timezone.now()
    page = factories.make_shared(
        office, go_live_at=now + timedelta(hours=1), expire_at=now + timedelta(hours=2)
    )
    assert "Ayo menari" not in text(KEMIREN)
    due = now - timedelta(minutes=1)
    page.latest_revision.content["go_live_at"] = due.isoformat()
    page.latest_revision.save()
    Revision.objects.filter(pk=page.latest_revision.pk).update(approved_go_live_at=due)
    call_command("publish_scheduled", verbosity=0)
    assert "Ayo menari" in text(KEMIREN)
    AnnouncementPage.objects.filter(pk=page.pk).update(expire_at=due)
    call_command("publish_scheduled", verbosity=0)
    assert "Ayo menari" not in text(KEMIREN) and not AnnouncementPage.objects.get(pk=page.pk).live


def test_a_draft_of_a_change_is_not_shown(office, text):
    page = factories.make_shared(office, audience="portal")
    page.audience = "all"
    page.save_revision()
    assert "Ayo menari" not in text(KEMIREN)


def test_an_office_whose_page_is_unpublished_still_reaches_the_villages(office, text):
    factories.make_shared(office)
    office.page.unpublish()
    assert "Ayo menari" in text(KEMIREN)


def test_the_name_of_an_office_alone_leads_to_the_list_if_it_shares_something_there(office, get):
    factories.make_shared(office)
    factories.make_office("bpbd")
    answer = get(KEMIREN, f"{LIST}disbudpar/")
    assert (answer.status_code, answer["Location"]) == (302, LIST)
    for path in ("bpbd/", "banyuwangi/", "disbudpar/tidak-ada/"):
        assert get(KEMIREN, LIST + path).status_code == 404
    factories.make_shared(None)
    assert get(KEMIREN, f"{LIST}banyuwangi/")["Location"] == LIST


def test_what_a_village_writes_is_shared_with_nobody(office, kemiren, text):
    page = factories.make_announcement(kemiren, "Kerja bakti", audience="all")
    factories.publish(page)
    assert "Kerja bakti" not in text(OTHER) and not ShareTarget.objects.exists()


def test_a_new_village_welcomes_its_readers_above_the_news_of_offices(office, text):
    factories.make_shared(office)
    home = text(KEMIREN, "/")
    assert home.index("Selamat datang") < home.index(">Ayo menari</a>")
    assert home.count('id="office"') == 1
    assert f'<a class="more" href="{LIST}">' in home
