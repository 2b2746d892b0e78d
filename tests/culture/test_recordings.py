"""Recordings of an art form: a file or a link, nothing that loads by itself, and words for who can't hear."""

import pytest
from django.core.files.base import ContentFile

from culture.models import ArtFormPage, Recording
from sites.models import VillageDocument, VillageImage
from tests.factories import culture as culture
from tests.factories import sites as factories
from tests.sites.media.files import mp3, mp4, pdf

HOST, PATH = "kemiren.localhost", "/budaya/gandrung/"
LINK = "https://www.youtube.com/watch?v=contoh"


@pytest.fixture
def page(kemiren):
    return culture.make_art_form(kemiren, "Gandrung")


@pytest.fixture
def file(kemiren):
    def make(name, content):
        return VillageDocument.objects.create(
            title=name, file=ContentFile(content, name=name), collection=kemiren.collection
        )

    return make


def show(page, get, **values) -> str:
    page.recordings = [Recording(**{"title": "Gending", "medium": "audio", **values})]
    factories.publish(page)
    return get(HOST, PATH).text.partition("<main")[2].partition("<footer")[0]


def test_a_sound_of_one_s_own_plays_on_the_page_and_loads_nothing_before(page, file, get):
    sound = file("gending.mp3", mp3())
    html = show(page, get, file=sound)
    assert f'<audio controls preload="none" src="{sound.url}" aria-label="Gending">' in html
    assert "MP3, 3,3\xa0KB" in html.replace("&nbsp;", "\xa0")


def test_a_film_has_a_picture_until_it_is_played(page, kemiren, file, get):
    picture = factories.make_media(VillageImage, kemiren, "Penari")
    film = file("tari.mp4", mp4(b"vide"))
    html = show(page, get, file=film, medium="video", picture=picture)
    assert '<video controls preload="none"' in html and f'src="{film.url}"' in html
    assert 'poster="/media/images/' in html


def test_a_link_is_a_picture_that_says_what_opens_and_loads_nothing(page, get):
    html = show(page, get, link=LINK, medium="video")
    assert f'<a href="{LINK}" rel="noopener noreferrer">' in html
    assert "youtube.com" in html
    for tag in ("<iframe", "<embed", "<object", "<video", 'src="https://', "preconnect"):
        assert tag not in html


def test_the_words_stand_folded_below(page, get):
    html = show(page, get, link=LINK, transcript="Padha nonton.\n\nPundhak sempal.")
    assert "<details><summary>" in html and "<p>Padha nonton.</p>" in html


def send(client, page, **row):
    """Publish from the editor with one recording."""
    data = {
        "title": page.title,
        "slug": page.slug,
        "kind": page.kind,
        "body-count": "0",
        "action-publish": "1",
    }
    for name in ("gallery", "recordings", "related_pages"):
        data |= {f"{name}-TOTAL_FORMS": "0", f"{name}-INITIAL_FORMS": "0"}
    row = {"title": "Gending", "medium": "audio", "file": "", "link": "", "picture": "", "ORDER": "1", **row}
    data |= {"recordings-TOTAL_FORMS": "1"} | {f"recordings-0-{name}": value for name, value in row.items()}
    return client.post(f"/admin/pages/{page.pk}/edit/", data)


def errors_of(answer) -> dict:
    [form] = answer.context["form"].formsets["recordings"].forms
    return {name: list(errors) for name, errors in form.errors.items()}


def test_editors_write_a_link_or_choose_a_file(page, file, admin):
    assert send(admin, page, link=LINK).status_code == 302
    assert send(admin, page, file=file("gending.mp3", mp3()).pk).status_code == 302
    assert {bool(row.file) for row in Recording.objects.filter(page=page)} == {True, False}


def test_neither_a_file_nor_a_link_is_refused_beside_the_file(page, admin):
    assert list(errors_of(send(admin, page))) == ["file"]


def test_both_a_file_and_a_link_are_refused_beside_the_link(page, file, admin):
    sound = file("gending.mp3", mp3())
    assert list(errors_of(send(admin, page, file=sound.pk, link=LINK))) == ["link"]


@pytest.mark.parametrize(
    ("medium", "name", "content"),
    [("video", "a.mp3", mp3()), ("audio", "a.mp4", mp4(b"vide")), ("audio", "a.pdf", pdf())],
)
def test_a_file_of_another_kind_is_refused_beside_it(page, file, admin, medium, name, content):
    answer = send(admin, page, medium=medium, file=file(name, content).pk)
    assert list(errors_of(answer)) == ["file"]
    assert not ArtFormPage.objects.get(pk=page.pk).recordings.exists()


def test_a_link_to_a_program_is_refused(page, admin):
    assert "link" in errors_of(send(admin, page, link="javascript:alert(1)"))


def test_the_editor_says_how_big_a_file_may_be(page, admin):
    assert "10,0\xa0MB" in admin.get(f"/admin/pages/{page.pk}/edit/").text.replace("&nbsp;", "\xa0")


def test_a_recording_of_another_village_is_refused(page, other, admin):
    theirs = VillageDocument.objects.create(
        title="a", file=ContentFile(mp3(), name="a.mp3"), collection=other.collection
    )
    assert "file" in errors_of(send(admin, page, file=theirs.pk))


def test_an_office_can_not_share_a_recording_of_a_village(kemiren, file, staff):
    office = factories.make_office()
    shared = culture.make_art_form(office, "Gandrung")
    answer = send(staff, shared, file=file("gending.mp3", mp3()).pk)
    assert answer.status_code == 200 and "file" in errors_of(answer)
