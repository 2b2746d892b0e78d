"""Sound and film: only what is what its name says, and a player may ask for parts of it."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction

from sites.media.documents import KINDS, check_document
from sites.models import VillageDocument

from .files import docx, jpeg, mp3, mp4, ogg, pdf, upload, webm

OPUS, VORBIS, THEORA = b"OpusHead\x01\x02", b"\x01vorbis\x00", b"\x80theora\x03"
SOUND = mp3()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.mp3", mp3()),
        ("A.MP3", mp3(tag=b"judul" * 60)),
        ("a.mp3", bytes(200) + mp3()),
        ("a.m4a", mp4(b"soun", brand=b"M4A ")),
        ("a.mp4", mp4(b"vide", b"soun")),
        ("a.mp4", mp4(b"vide", brand=b"mp42")),
        ("a.ogg", ogg(OPUS)),
        ("a.oga", ogg(VORBIS)),
        ("a.webm", webm()),
        ("a.webm", webm(b"V_VP8")),
    ],
)
def test_recordings_are_let_in_and_stay_as_they_are(name, content):
    file = upload(name, content)
    check_document(file)
    assert file.read() == content


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.mp3", pdf(), "content"),
        ("a.mp3", jpeg(), "content"),
        ("a.mp3", b"<html><script>1</script></html>" * 20, "content"),
        ("a.mp3", b"\xff\xfb\x90\x00" + bytes(900), "content"),
        ("a.mp3", b"", "damaged"),
        ("a.mp3", mp3(tag=b"judul" * 20)[:40], "damaged"),
        ("a.m4a", mp4(b"soun", b"vide"), "only_sound"),
        ("a.m4a", mp3(), "content"),
        ("a.mp4", mp4(b"soun"), "no_picture"),
        ("a.mp4", mp4(b"vide")[:-10], "damaged"),
        ("a.mp4", mp4(b"vide")[:16], "damaged"),
        ("a.mp4", docx(), "content"),
        ("a.ogg", ogg(OPUS, THEORA), "only_sound"),
        ("a.ogg", ogg(b"something"), "content"),
        ("a.ogg", ogg(OPUS)[:30], "damaged"),
        ("a.ogg", mp3(), "content"),
        ("a.webm", webm(kind=b"matr"), "content"),
        ("a.webm", webm(b"A_OPUS"), "no_picture"),
        ("a.webm", mp4(b"vide"), "content"),
        ("a.wav", b"RIFF" + bytes(40), "type"),
        ("a.mkv", webm(kind=b"matroska"), "type"),
    ],
)
def test_what_is_something_else_is_refused_in_words(name, content, code):
    with pytest.raises(ValidationError) as caught:
        check_document(upload(name, content))
    assert (caught.value.code, bool(caught.value.messages[0])) == (code, True)


def test_a_recording_is_limited_like_every_document(settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 1000
    with pytest.raises(ValidationError) as caught:
        check_document(upload("a.mp3", SOUND))
    assert caught.value.code == "too_big"


def test_each_recording_knows_whether_it_is_to_be_heard_or_seen():
    media = {name: kind.medium for name, kind in KINDS.items() if kind.medium}
    audio, video = (
        dict.fromkeys(("mp3", "m4a", "ogg", "oga"), "audio"),
        dict.fromkeys(("mp4", "webm"), "video"),
    )
    assert media == audio | video


@pytest.fixture
def recording(portal):
    file = ContentFile(SOUND, name="tabuhan.mp3")
    return VillageDocument.objects.create(title="Tabuhan", file=file)


def ask(recording, **headers):
    return Client(HTTP_HOST="localhost").get(recording.url, headers=headers)


def body(answer) -> bytes:
    return b"".join(answer.streaming_content)


def test_a_player_is_told_that_it_may_ask_for_parts(recording):
    answer = ask(recording)
    assert (answer.status_code, answer["Accept-Ranges"]) == (200, "bytes")
    assert answer["Content-Type"] == "audio/mpeg" and body(answer) == SOUND


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-1", 0, 1),
        ("bytes=100-199", 100, 199),
        ("bytes=100-", 100, len(SOUND) - 1),
        ("bytes=-50", len(SOUND) - 50, len(SOUND) - 1),
        ("bytes=-999999", 0, len(SOUND) - 1),
        ("bytes=10-999999", 10, len(SOUND) - 1),
    ],
)
def test_a_player_gets_the_part_that_it_asks_for(recording, asked, first, last):
    answer = ask(recording, Range=asked)
    assert answer.status_code == 206
    assert answer["Content-Range"] == f"bytes {first}-{last}/{len(SOUND)}"
    assert int(answer["Content-Length"]) == last - first + 1
    assert answer["Content-Type"] == "audio/mpeg"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert body(answer) == SOUND[first : last + 1]


@pytest.mark.parametrize("asked", ["bytes=999999-", "bytes=5-2", "bytes=-0"])
def test_a_part_that_is_not_there_is_refused_with_the_length(recording, asked):
    answer = ask(recording, Range=asked)
    assert (answer.status_code, answer["Content-Range"]) == (416, f"bytes */{len(SOUND)}")


@pytest.mark.parametrize("asked", ["bytes=0-1,5-9", "bytes=-", "lines=1-2", "bytes=a-b", "0-5"])
def test_what_is_no_single_part_gets_the_whole(recording, asked):
    answer = ask(recording, Range=asked)
    assert answer.status_code == 200 and body(answer) == SOUND


def test_a_part_of_what_has_changed_meanwhile_is_the_whole(recording):
    whole = ask(recording)
    for condition in (whole["ETag"], whole["Last-Modified"]):
        assert ask(recording, Range="bytes=0-9", If_Range=condition).status_code == 206
    for condition in ('"another"', 'W/"weak"', "Mon, 01 Jan 2024 00:00:00 GMT"):
        assert ask(recording, Range="bytes=0-9", If_Range=condition).status_code == 200


def test_the_bare_address_gives_parts_too(recording):
    answer = Client(HTTP_HOST="localhost").get(recording.file.url, headers={"Range": "bytes=0-9"})
    assert answer.status_code == 206 and body(answer) == SOUND[:10]


def test_a_part_of_a_private_recording_stays_private(recording):
    private = Collection.get_first_root_node().add_child(name="Rahasia")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    VillageDocument.objects.update(collection=private)
    assert ask(recording, Range="bytes=0-9").status_code == 302


def test_a_part_of_a_village_s_recording_is_had_at_its_own_host_only(kemiren, recording, get):
    VillageDocument.objects.update(collection=kemiren.collection)
    assert ask(recording, Range="bytes=0-9").status_code == 404
    assert get("kemiren.localhost", recording.url, headers={"Range": "bytes=0-9"}).status_code == 206
