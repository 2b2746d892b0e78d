"""What a lesson is made of beside text: recordings, words, worked examples, worksheets."""

import pytest
from wagtail.blocks import StructBlockValidationError

from learning.blocks.lessons import RecordingBlock
from sites.models import VillageDocument
from tests.factories import sites as factories
from tests.factories.learning import lesson_block, make_course, stream
from tests.sites.media import files

pytestmark = pytest.mark.once

HOST = "kemiren.localhost"
ADDRESS = "/belajar/bahasa-osing-dasar/satu/"


def document(village, name: str, content: bytes) -> VillageDocument:
    return VillageDocument.objects.create(
        title="Bunyi", collection=village.collection, file=files.upload(name, content)
    )


@pytest.fixture
def video(kemiren):
    return document(kemiren, "bunyi.webm", files.webm())


@pytest.fixture
def sound(kemiren):
    return document(kemiren, "bunyi.mp3", files.mp3())


@pytest.fixture
def captions(kemiren):
    return document(kemiren, "bunyi.vtt", b"WEBVTT\n\n00:00.000 --> 00:02.000\ngenai\n")


@pytest.fixture
def show(kemiren, get):
    """Print one block in a lesson."""

    def printed(kind, value) -> str:
        page = make_course(kemiren, lessons=0)
        blocks = [lesson_block("Satu", more=({"type": kind, "value": value},))]
        page.lessons = stream("lessons", blocks)
        factories.publish(page)
        answer = get(HOST, ADDRESS)
        assert answer.status_code == 200
        return answer.text.partition("<article")[2].partition("</article>")[0]

    return printed


def recording(file, captions=None, **values) -> dict:
    told = {"title": "Bunyi Osing", "transcript": "geni menjadi genai", "picture": None, "credit": ""}
    return told | {"file": file.pk, "captions": captions and captions.pk} | values


def test_a_video_waits_for_a_tap_and_says_how_large_it_is(show, video, captions):
    html = show("recording", recording(video, captions))
    assert f'<video controls preload="none" playsinline src="{video.url}"' in html
    assert f'<track kind="captions" src="{captions.url}" srclang="id"' in html
    assert "WebM, " in html and "autoplay" not in html
    assert "geni menjadi genai" in html.partition("<details>")[2]


def test_a_sound_is_no_video(show, sound):
    html = show("recording", recording(sound))
    assert f'<audio controls preload="none" src="{sound.url}"' in html and "<track" not in html


def test_a_recording_whose_file_was_deleted_leaves_its_words(show, video):
    value = recording(video)
    video.delete()
    html = show("recording", value)
    assert "<video" not in html and "geni menjadi genai" in html


def test_captions_are_sent_as_what_they_are(captions, get):
    assert get(HOST, captions.url)["Content-Type"].startswith("text/vtt")


def test_words_stand_with_their_meaning(show):
    html = show("glossary", [{"term": "isun", "meaning": "saya"}])
    assert "<dt>isun</dt><dd>saya</dd>" in html


def test_the_solution_of_an_example_unfolds(show):
    html = show("worked_example", {"title": "harga", "task": "<p>Berapa?</p>", "solution": ["<p>Bagi.</p>"]})
    assert "Berapa?" in html.partition("<details>")[0]
    assert "Bagi." in html.partition("<details>")[2]


def test_a_worksheet_says_its_type_and_size(show, kemiren):
    sheet = factories.make_media(VillageDocument, kemiren, "Lembar")
    html = show("worksheet", {"file": sheet.pk, "instructions": "Isilah."})
    assert f'href="{sheet.url}"' in html and sheet.type_text in html and "Isilah." in html


def complaints(**values) -> set[str]:
    block = RecordingBlock()
    told = {"title": "a", "transcript": "b", "credit": "", "picture": None, "captions": None}
    value = block.normalize(told | values)
    try:
        block.clean(value)
    except StructBlockValidationError as error:
        return set(error.block_errors)
    return set()


def test_a_recording_can_only_be_sound_or_video(video, sound, captions):
    assert complaints(file=video, captions=captions) == complaints(file=sound) == set()
    assert complaints(file=captions) == {"file"}


def test_captions_can_only_be_captions(video, sound):
    assert complaints(file=video, captions=sound) == {"captions"}
