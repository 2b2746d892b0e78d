"""What readers find at a host is that host's own; what is private or a draft, nobody finds."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from sites import provisioning
from sites.discovery.share_images import card_for
from sites.frame import frame_of

from .answers import marks_in, told_by
from .contents.media import PASSWORD as COLLECTION_PASSWORD
from .contents.pages import PASSWORD as PAGE_PASSWORD
from .world import WORD

LISTS = ["/", "/en/", "/pengumuman/", "/pengumuman/?archive=1", "/pengumuman/feed/", "/lembaga-desa/"]
LISTS += ["/lembaga-desa/feed/", "/en/announcements/", "/en/announcements/feed/"]
LISTS += ["/profil-desa/", "/pemerintah-desa/", "/manifest.webmanifest", "/tidak-ada/", "/sitemap.xml"]
LISTS += [f"/cari/?q={WORD}", "/cari/?q=rahasia", f"/cari/saran/?q={WORD}", f"/en/search/?q={WORD}"]
LISTS += ["/cari/?q=zamrut", "/cari/saran/?q=raha", "/en/search/suggestions/?q=zam"]
LISTS += ["/agenda/", "/agenda/?view=grid", "/agenda/?when=week", "/agenda/kalender.ics", "/en/calendar/"]
LISTS += ["/en/calendar/kalender.ics", "/layar/", "/en/screen/"]
LISTS += ["/pasar/", "/pasar/usaha/", "/pasar/wisata/", "/en/market/", "/pasar/katalog.pdf"]
# Pages that no reader sees at all, and the words in which their texts would show.
HIDDEN = ["draft", "scheduled", "moderated", "rejected", "discussed", "unpublished"]
CLOSED = ["private", "group", "below"]
OTHERS = ["changed-perubahan", "komentar", "acara-konsep", "acara-ditarik"]


@pytest.fixture
def ask(get):
    """What a host tells a reader about a path, without the path itself, which errors repeat."""

    def told(host, path, **extra):
        return told_by(get(host, path, **extra)).replace(path.lower(), "")

    return told


def path_of(page) -> str:
    return "/" + page.get_url_parts()[2].lstrip("/")


def share_path(page, site) -> str:
    """Address of the picture beside a link to a page, as its own site would give it."""
    with override(page.locale.language_code):
        digest = card_for(page.specific, frame_of(site)).digest
    return reverse("share_image", args=[page.pk, digest])


@pytest.mark.parametrize("path", LISTS)
def test_lists_feeds_and_searches_of_a_host_name_nothing_of_another_village(world, get, ask, path):
    # Asked there first: what was kept from it must not be given out elsewhere.
    get(world.other.site.hostname, path)
    told = ask(world.kemiren.site.hostname, path)
    assert not marks_in(told, [world.other.mark, world.office.mark, world.portal.mark, world.third.mark])


@pytest.mark.parametrize("path", LISTS)
def test_lists_feeds_and_searches_of_a_host_name_nothing_that_is_hidden(world, ask, path):
    part = world.kemiren
    hidden = [f"{part.mark}-{name}" for name in [*HIDDEN, *CLOSED, *OTHERS]]
    assert not marks_in(ask(part.site.hostname, path), hidden)


@pytest.mark.parametrize("path", ["/", "/en/", "/kabar/", "/kabar/feed/", "/en/news/", f"/cari/?q={WORD}"])
def test_the_portals_news_of_the_villages_hold_what_is_live_only(world, ask, path):
    parts = [world.kemiren, world.other]
    hidden = [f"{part.mark}-{name}" for part in parts for name in [*HIDDEN, *CLOSED, "changed-perubahan"]]
    told = ask(world.portal.site.hostname, path)
    assert not marks_in(told, [*hidden, f"{world.portal.mark}-draft", f"{world.portal.mark}-private"])
    assert not marks_in(told, [f"{world.office.mark}-draft"])


def test_the_own_lists_do_show_what_is_live(world, ask):
    part = world.kemiren
    for path in ("/pengumuman/", "/pengumuman/feed/", f"/cari/?q={WORD}", "/sitemap.xml"):
        assert marks_in(ask(part.site.hostname, path), [part.mark]), path


def test_pages_of_another_village_are_not_there(world, get, ask):
    host = world.kemiren.site.hostname
    for name, page in world.other.pages.items():
        if name in {"container", "home", "list"}:
            continue
        path = path_of(page)
        assert get(host, path).status_code == 404, name
        assert not marks_in(ask(host, path), [world.other.mark]), name


def test_a_share_image_is_drawn_for_public_pages_of_the_own_host_only(world, get):
    part, other = world.kemiren, world.other
    assert get(other.site.hostname, share_path(other.pages["live"], other.site)).status_code == 200
    assert get(part.site.hostname, share_path(other.pages["live"], other.site)).status_code == 404
    for name in (*HIDDEN, *CLOSED):
        path = share_path(other.pages[name], other.site)
        assert get(other.site.hostname, path).status_code == 404, name


def test_drafts_have_no_address(world, get):
    part = world.kemiren
    for name in HIDDEN:
        assert get(part.site.hostname, path_of(part.pages[name])).status_code == 404, name


def test_what_is_closed_tells_nothing_to_who_may_not_enter(world, ask):
    part = world.kemiren
    for name in CLOSED:
        page = part.pages[name]
        told = ask(part.site.hostname, path_of(page))
        assert not marks_in(told, [f"{part.mark}-{name}-isi", f"{part.mark}-{name}-ringkasan"]), name


def test_a_page_behind_a_password_is_shown_to_who_knows_it_and_kept_by_no_cache(world, client):
    part = world.kemiren
    host, page = part.site.hostname, part.pages["private"]
    restriction = page.view_restrictions.get()
    url = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, page.pk])
    client.post(url, {"password": PAGE_PASSWORD, "return_url": path_of(page)}, headers={"host": host})
    answer = client.get(path_of(page), headers={"host": host})
    assert f"{part.mark}-private-isi" in answer.text
    assert "public" not in answer.get("Cache-Control", "")


def test_an_unpublished_change_waits_unseen(world, ask):
    part = world.kemiren
    told = ask(part.site.hostname, path_of(part.pages["changed"]))
    assert f"{part.mark}-changed-isi".lower() in told
    assert "perubahan" not in told


@pytest.mark.parametrize("name", ["document", "closed_document", "draft_document"])
def test_documents_of_another_village_are_not_there(world, get, name):
    document = getattr(world.other.has, name)
    for path in (document.url, document.file.url):
        assert get(world.kemiren.site.hostname, path).status_code == 404, path


def test_a_document_of_the_own_village_is_had(world, get):
    document = world.kemiren.has.document
    for path in (document.url, document.file.url):
        answer = get(world.kemiren.site.hostname, path)
        assert b"isi,MILIK-A" in b"".join(answer.streaming_content), path


def test_a_document_in_a_private_collection_is_not_reached_by_its_address(world, ask, client):
    part = world.kemiren
    host, document = part.site.hostname, part.has.closed_document
    for path in (document.url, document.file.url):
        assert not marks_in(ask(host, path), [document.title, f"isi,{part.mark}"]), path
    restriction = document.collection.get_view_restrictions().first()
    url = reverse("wagtaildocs_authenticate_with_password", args=[restriction.pk])
    form = {"password": COLLECTION_PASSWORD, "return_url": document.url}
    client.post(url, form, headers={"host": host})
    answer = client.get(document.url, headers={"host": host})
    assert b"dokumen-tertutup" in b"".join(answer.streaming_content)


def test_a_picture_is_had_at_the_host_of_its_owner(world, get):
    for image, status in ((world.other.has.image, 404), (world.kemiren.has.image, 200)):
        for url in (image.file.url, image.get_rendition("max-165x165").url):
            assert get(world.kemiren.site.hostname, url).status_code == status, url


def test_a_picture_in_a_private_collection_is_not_reached_by_its_address(world, get):
    part = world.kemiren
    image = part.has.closed_image
    for url in (image.file.url, image.get_rendition("max-100x100").url):
        for host in (part.site.hostname, world.portal.site.hostname, world.other.site.hostname):
            assert get(host, url).status_code in (302, 403, 404), (host, url)


def test_an_upload_laid_aside_is_not_reached_by_its_address(world, get):
    for part in (world.kemiren, world.other):
        for upload in (part.has.uploaded_image, part.has.uploaded_document):
            assert get(part.site.hostname, upload.file.url).status_code == 404


@pytest.mark.parametrize("name", ["view_draft", "preview_on_edit"])
def test_previews_ask_to_log_in(world, get, name):
    part = world.kemiren
    for page in (part.pages["draft"], part.pages["live"]):
        answer = get(part.site.hostname, reverse(f"wagtailadmin_pages:{name}", args=[page.pk]))
        assert answer.status_code == 302
        assert answer["Location"].startswith(reverse("wagtailadmin_login"))


def test_who_has_logged_in_sees_no_more_of_a_site_than_other_readers(world, log_in):
    """The editor's pages lie below /admin/; the site itself looks the same to all."""
    part = world.kemiren
    client = log_in(part.has.admin, part.site.hostname)
    for name in HIDDEN:
        assert client.get(path_of(part.pages[name])).status_code == 404, name
    assert not marks_in(told_by(client.get(f"/cari/?q={WORD}")), [f"{part.mark}-draft", world.other.mark])


def test_a_redirect_of_a_village_works_at_its_host_only(world, get):
    path = world.other.has.redirect.old_path
    assert get(world.other.site.hostname, path + "/").status_code == 301
    assert get(world.kemiren.site.hostname, path + "/").status_code == 404


def test_a_closed_village_shows_nothing_of_itself(world, get):
    provisioning.close_village(world.other.village)
    document = world.other.has.document
    for path in ("/", "/pengumuman/", "/sitemap.xml", document.url, world.other.has.image.file.url):
        assert get(world.other.site.hostname, path).status_code == 302, path
    told = told_by(get(world.portal.site.hostname, "/kabar/"))
    assert not marks_in(told, [world.other.mark])


def test_who_must_log_in_to_read_is_led_to_a_form_that_is_there(world, get):
    host, page = world.kemiren.site.hostname, world.kemiren.pages["group"]
    answer = get(host, path_of(page))
    assert answer.status_code == 302
    assert get(host, answer["Location"]).status_code == 200
