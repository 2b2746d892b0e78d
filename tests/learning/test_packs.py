"""The list of what a phone keeps of a course: complete, with true weights, and of nothing that is private."""

import gzip
from hashlib import sha256

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from learning.packs import shown
from sites.models import VillageDocument, VillageImage
from tests.factories import sites as factories
from tests.factories.learning import lesson_block, make_course
from tests.sites.media.files import jpeg, mp3, pdf

pytestmark = pytest.mark.once

HOST, COURSE = "kemiren.localhost", "/belajar/bahasa-osing-dasar/"
PACK = f"{COURSE}paket.json"
MOST_QUERIES = 15
RANDOM_BYTES = 100  # that Django adds to what it compresses, so that nobody learns secrets from the length


def pack(get, address=PACK, host=HOST) -> dict:
    answer = get(host, address)
    assert answer.status_code == 200 and answer["Content-Type"] == "application/json"
    return answer.json()


def addresses(found: dict) -> list[str]:
    return [item["url"] for item in found["items"]]


def files(found: dict) -> dict[str, dict]:
    return {file["url"]: file for item in found["items"] for file in item["files"]} | {
        file["url"]: file for file in found["look"]
    }


def store(model, name: str, content: bytes, collection=None):
    row = model(title=name, description=name) if model is VillageImage else model(title=name)
    if collection:
        row.collection = collection
    row.file.save(name, ContentFile(content), save=False)
    row.save()
    return row


def course_showing(village, *blocks: dict):
    """A course whose first lesson shows more than text."""
    lessons = [lesson_block("Pelajaran 1", more=blocks), lesson_block("Pelajaran 2")]
    course = make_course(village, lessons=0, title="Bahasa Osing dasar")
    course.lessons = lessons
    course.save_revision().publish()
    return course


def picture_block(picture) -> dict:
    return {"type": "image", "value": {"image": picture.pk, "caption": "", "credit": ""}}


def documents_block(*documents) -> dict:
    return {"type": "documents", "value": [document.pk for document in documents]}


def test_it_lists_the_course_its_lessons_in_order_and_the_quiz(kemiren, get):
    make_course(kemiren)
    found = pack(get)
    lessons = [f"{COURSE}pelajaran-{number}/" for number in (1, 2, 3)]
    assert addresses(found) == [COURSE, *lessons, f"{COURSE}kuis/"]
    assert found["items"][1]["title"] == "1. Pelajaran 1" and all(item["chosen"] for item in found["items"])
    assert (found["title"], found["url"], found["language"]) == ("Bahasa Osing dasar", COURSE, "id")


def test_a_course_without_questions_has_no_quiz_to_keep(kemiren, get):
    make_course(kemiren, kinds=())
    assert f"{COURSE}kuis/" not in addresses(pack(get))


def test_the_weight_of_each_page_is_what_travels(kemiren, get):
    course = make_course(kemiren)
    # Words that don't shrink, so that a page weighed in the place of another shows.
    texts = [" ".join(sha256(bytes([place])).hexdigest() for place in range(12 * size)) for size in (0, 1, 2)]
    course.lessons = [lesson_block(f"Pelajaran {number}", text) for number, text in enumerate(texts, start=1)]
    course.save_revision().publish()
    for item in pack(get)["items"]:
        answer = get(HOST, item["url"], headers={"accept-encoding": "gzip"})
        (page,) = item["files"]
        assert abs(page["bytes"] - len(answer.content)) <= 2 * RANDOM_BYTES
        # What differs from one time to the next are keys of forms.
        assert abs(page["room"] - len(gzip.decompress(answer.content))) <= 2 * RANDOM_BYTES


def test_a_guest_is_listed_at_the_addresses_of_the_village_that_shows_it(kemiren, get):
    make_course(factories.make_office("dispendik"), title="Foto produk")
    found = pack(get, "/belajar/dispendik/foto-produk/paket.json")
    assert found["url"] == "/belajar/dispendik/foto-produk/"
    assert all(address.startswith(found["url"]) for address in addresses(found))
    assert all(get(HOST, address).status_code == 200 for address in addresses(found))
    assert pack(get, "/kantor/dispendik/belajar/foto-produk/paket.json", "localhost")["url"] != found["url"]


def test_what_a_page_needs_to_look_and_work_comes_along(kemiren, get):
    make_course(kemiren)
    names = [file["url"].rpartition("/")[2] for file in pack(get)["look"]]
    # The last is loaded by a script that another script of the page loads.
    assert {"site.css", "plus-jakarta-sans-id-en-400-800.woff2", "tile.svg", "offline.js", "packs.js"} <= set(
        names
    )


def test_a_picture_comes_in_one_size_that_fits_a_phone(kemiren, get):
    picture = store(VillageImage, "sawah.jpg", jpeg((1400, 900)), kemiren.collection)
    course_showing(kemiren, picture_block(picture))
    first = pack(get)["items"][1]
    (shown_file,) = [file for file in first["files"] if file["type"].startswith("image/")]
    assert ".width-720." in shown_file["url"] and shown_file["type"] == "image/webp"
    answer = get(HOST, shown_file["url"])
    assert len(b"".join(answer.streaming_content)) == shown_file["bytes"]
    assert first["bytes"] == sum(file["bytes"] for file in first["files"])


def test_a_worksheet_is_an_item_and_a_recording_one_that_nobody_has_chosen_yet(kemiren, get):
    sheet = store(VillageDocument, "lembar.pdf", pdf(), kemiren.collection)
    sound = store(VillageDocument, "suara.mp3", mp3(), kemiren.collection)
    course_showing(kemiren, documents_block(sheet, sound))
    found = pack(get)
    worksheet, recording = found["items"][-2:]
    assert (worksheet["kind"], worksheet["chosen"]) == ("worksheet", True)
    assert (recording["kind"], recording["chosen"]) == ("recording", False)
    assert (worksheet["bytes"], recording["bytes"]) == (len(pdf()), len(mp3()))
    assert found["bytes"] == sum(item["bytes"] for item in found["items"] if item["chosen"])


def test_a_file_that_is_not_for_everybody_is_left_out(kemiren, get):
    closed = kemiren.collection.add_child(name="Tertutup")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    sheet = store(VillageDocument, "lembar.pdf", pdf(), closed)
    picture = store(VillageImage, "sawah.jpg", jpeg((800, 600)), closed)
    course_showing(kemiren, documents_block(sheet), picture_block(picture))
    assert not [url for url in files(pack(get)) if url.startswith(("/documents/", "/media/"))]


def test_a_draft_and_a_course_behind_a_password_have_none(kemiren, get, admin):
    course = make_course(kemiren)
    PageViewRestriction.objects.create(page=course, restriction_type="password", password="rahasia")
    assert "items" not in get(HOST, PACK).text
    assert "data-pack=" not in get(HOST, COURSE).text
    course.view_restrictions.all().delete()
    course.unpublish()
    assert get(HOST, PACK).status_code == admin.get(PACK).status_code == 404


def test_where_the_service_worker_is_switched_off_there_is_none(kemiren, get, settings):
    make_course(kemiren)
    settings.SERVICE_WORKER = False
    assert get(HOST, PACK).status_code == 404
    assert "data-pack=" not in get(HOST, COURSE).text


def test_only_what_has_changed_gets_another_version(kemiren, get):
    course = make_course(kemiren)
    before = pack(get)
    lessons = course.lessons.get_prep_value()
    lessons[1]["value"]["minutes"] = 25
    course.lessons = lessons
    course.save_revision().publish()
    after = pack(get)
    changed = {url for url, file in files(after).items() if file["version"] != files(before)[url]["version"]}
    assert changed == {COURSE, f"{COURSE}pelajaran-2/", f"{COURSE}kuis/"}
    assert after["version"] != before["version"]


def test_the_same_course_has_the_same_version_when_it_is_made_anew(kemiren, get):
    make_course(kemiren)
    before = pack(get)["version"]
    cache.clear()
    assert pack(get)["version"] == before


def test_the_list_costs_few_queries_once_it_is_made(kemiren, get):
    make_course(kemiren, lessons=8)
    pack(get)
    with CaptureQueriesContext(connection) as captured:
        pack(get)
    assert len(captured) <= MOST_QUERIES


def test_the_list_is_not_counted_as_a_view(kemiren, get):
    course = make_course(factories.make_office("dispendik"), title="Foto produk")
    pack(get, "/belajar/dispendik/foto-produk/paket.json")
    from sites.models.sharing import PageViews

    assert not PageViews.objects.filter(page=course).exists()


def test_unchanged_it_is_not_sent_again(kemiren):
    make_course(kemiren)
    client = Client(HTTP_HOST=HOST)
    first = client.get(PACK)
    assert client.get(PACK, headers={"if-none-match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    ("sizes", "fittest"),
    [
        (["a.width-360.format-webp.webp", "a.width-720.format-webp.webp"], "a.width-720.format-webp.webp"),
        (["a.width-1080.format-webp.webp", "a.width-720.format-avif.avif"], "a.width-1080.format-webp.webp"),
        (["a.width-360.format-webp.webp", "a.width-200.format-webp.webp"], "a.width-360.format-webp.webp"),
        (["a.width-720.format-jpeg.jpg"], "a.width-720.format-jpeg.jpg"),
    ],
)
def test_the_size_for_a_phone_is_the_narrowest_that_is_wide_enough(sizes, fittest):
    html = "".join(f'<img src="/media/images/{size}">' for size in sizes)
    assert shown.pictures(shown.addresses_in(html)) == [f"/media/images/{fittest}"]


def test_every_size_of_a_set_is_read_and_each_address_once():
    html = '<img src="/media/a.jpg" srcset="/media/a.jpg 360w, /media/b.jpg 720w"><a href="/x/">x</a>'
    assert shown.addresses_in(html) == ["/media/a.jpg", "/media/b.jpg", "/x/"]
