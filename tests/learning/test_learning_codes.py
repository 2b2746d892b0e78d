"""Learning codes: what a browser knows of courses, kept behind three words and a number."""

import json
from uuid import uuid4

import pytest
from django.test import Client

from learning.models import LearningCode
from learning.progress import codes, record, views
from sites.models import SignUpTally

MAKE, USE = "/kode-belajar/buat/", "/kode-belajar/pakai/"
COURSE, OTHER_COURSE, LESSON, SECOND, START = (str(uuid4()) for _key in range(5))
QUIZ = {"percent": 80, "passed": True, "on": "2026-11-26", "claim": "/sertifikat/ambil/1.abc_D-e/"}


def course(**values):
    return {
        "start": START,
        "lessons": {LESSON: "2026-11-20"},
        "last": LESSON,
        "done": None,
        "quiz": None,
    } | values


@pytest.fixture
def visitor(kemiren):
    return Client(HTTP_HOST=kemiren.site.hostname)


@pytest.fixture
def send(visitor):
    def send(path, data, client=visitor, **extra):
        body = data if isinstance(data, str) else json.dumps(data)
        return client.post(path, body, content_type="text/plain", **extra)

    return send


@pytest.fixture
def code(send):
    return send(MAKE, {"progress": {COURSE: course()}}).json()["code"]


def test_a_code_brings_back_what_another_phone_knew(send, code):
    answer = send(USE, {"code": code})
    assert answer.json() == {"progress": {COURSE: course()}}
    assert (
        not answer.cookies and answer["X-Robots-Tag"] == "noindex" and "no-store" in answer["Cache-Control"]
    )


def test_a_code_is_three_words_of_the_list_and_a_number(code):
    *words, number = code.split("-")
    assert len(words) == 3 and set(words) <= set(codes.words()) and 10 <= int(number) <= 99


@pytest.mark.parametrize(
    "change",
    [str.upper, str.title, lambda code: code.replace("-", " "), lambda code: f"  {code.replace('-', '')}."],
)
def test_case_spaces_and_dashes_do_not_matter(send, code, change):
    assert send(USE, {"code": change(code)}).status_code == 200


@pytest.mark.parametrize("typed", ["", "sawah", "sawah-melati-perahu-00", "'; DROP TABLE", "x" * 5000, "🙂"])
def test_an_unknown_code_is_answered_clearly(send, code, typed):
    answer = send(USE, {"code": typed})
    assert answer.json().keys() == {"message"} and "tidak dikenal" in answer.json()["message"]


def test_only_a_hash_of_the_code_is_stored(code):
    stored = LearningCode.objects.values_list().get()
    assert not any(word in str(stored) for word in (code, code.replace("-", "")))


def test_a_code_works_on_its_own_site_only(send, code, other):
    assert "progress" not in send(USE, {"code": code}, Client(HTTP_HOST=other.site.hostname)).json()


def test_a_browser_that_knows_its_code_brings_the_same_record_up_to_date(send, code):
    more = {COURSE: course(lessons={SECOND: "2026-11-21"}, last=SECOND), OTHER_COURSE: course()}
    answer = send(MAKE, {"code": code, "progress": more}).json()
    assert answer["code"] == code and LearningCode.objects.count() == 1
    assert answer["progress"][COURSE]["lessons"] == {LESSON: "2026-11-20", SECOND: "2026-11-21"}
    assert send(USE, {"code": code}).json()["progress"] == answer["progress"]


def test_a_code_that_is_no_longer_there_is_replaced_by_a_new_one(send, code):
    LearningCode.objects.all().delete()
    assert send(MAKE, {"code": code, "progress": {}}).json()["code"] != code


def test_joining_keeps_the_first_day_the_newest_place_and_the_better_result():
    first = course(lessons={LESSON: "2026-11-22", SECOND: "2026-11-23"}, last=SECOND, start=None)
    second = course(lessons={LESSON: "2026-11-20"}, quiz=QUIZ, done=LESSON)
    found = record.joined({COURSE: first}, {COURSE: second})[COURSE]
    assert found["lessons"] == {LESSON: "2026-11-20", SECOND: "2026-11-23"}
    assert (found["last"], found["start"], found["done"], found["quiz"]) == (SECOND, START, LESSON, QUIZ)
    worse = course(quiz=QUIZ | {"percent": 100, "passed": False})
    assert record.joined({COURSE: worse}, {COURSE: second})[COURSE]["quiz"] == QUIZ


def test_what_is_missing_counts_as_nothing(send):
    assert send(MAKE, {"progress": {COURSE: {}}}).json()["progress"][COURSE] == course(
        start=None, lessons={}, last=None
    )


MALFORMED = [
    "",
    "[",
    "[]",
    "[" * 20_000,
    "null",
    {"progress": []},
    {"progress": {"x": course()}},
    {"progress": {COURSE.upper(): course()}},
    {"progress": {COURSE: None}},
    {"progress": {COURSE: course(name="Siti")}},
    {"progress": {COURSE: course(start="1")}},
    {"progress": {COURSE: course(lessons={LESSON: "kemarin"})}},
    {"progress": {COURSE: course(lessons={LESSON: "20261120"})}},
    {"progress": {COURSE: course(lessons={LESSON: 1})}},
    {"progress": {COURSE: course(lessons=[LESSON])}},
    {"progress": {COURSE: course(lessons={str(uuid4()): "2026-11-20" for _n in range(201)})}},
    {"progress": {COURSE: course(quiz=QUIZ | {"percent": 101})}},
    {"progress": {COURSE: course(quiz=QUIZ | {"percent": True})}},
    {"progress": {COURSE: course(quiz=QUIZ | {"claim": "javascript:alert(1)"})}},
    {"progress": {COURSE: course(quiz=QUIZ | {"claim": "//evil.example/"})}},
    {"progress": {COURSE: course(quiz=QUIZ | {"claim": "https://evil.example/"})}},
    {"progress": {}, "code": 7},
]


@pytest.mark.parametrize("data", MALFORMED, ids=[str(number) for number in range(len(MALFORMED))])
def test_what_is_no_progress_is_refused_and_nothing_is_kept(send, data):
    answer = send(MAKE, data)
    assert answer.status_code == 400 and answer.json()["message"]
    assert not LearningCode.objects.exists()


def many(number):
    lessons = {str(uuid4()): "2026-11-20" for _n in range(150)}
    return {str(uuid4()): course(lessons=lessons) for _n in range(number)}


def test_more_than_a_code_holds_is_refused(send):
    assert send(MAKE, {"progress": many(6)}).status_code == 200
    assert send(MAKE, {"progress": many(8)}).status_code == 413
    assert send(MAKE, "x" * 3_000_000).status_code == 413


def test_a_record_does_not_grow_without_end_by_being_joined(send):
    code = send(MAKE, {"progress": many(6)}).json()["code"]
    assert send(MAKE, {"progress": many(6), "code": code}).status_code == 413


def test_who_guesses_too_often_waits(send, code, monkeypatch):
    SignUpTally.objects.all().delete()
    monkeypatch.setattr(views, "TRIES", views.TRIES._replace(from_one_reader=2))
    tries = [send(path, {"code": "sawah-melati-perahu-27"}).status_code for path in (USE, USE, USE, MAKE)]
    assert tries == [200, 200, 429, 429]


def test_a_page_of_another_site_can_not_ask(send, code):
    assert send(USE, {"code": code}, headers={"origin": "http://evil.example"}).status_code == 403


def test_no_code_is_taken_from_an_address(visitor, code):
    assert visitor.get(f"{USE}?code={code}").status_code == 405
    assert "progress" not in visitor.post(f"{USE}?code={code}", "{}", content_type="text/plain").json()


def test_the_page_says_what_is_kept_how_long_and_what_needs_a_script(visitor):
    page = visitor.get("/kode-belajar/")
    text = page.content.decode()
    for words in ("180 hari setelah terakhir dipakai", "Tanpa nama", "Halaman ini memerlukan JavaScript"):
        assert words in text
    assert not page.cookies and page["X-Robots-Tag"] == "noindex"
    assert "Move to another phone" in visitor.get("/en/learning-code/").content.decode()


def test_words_are_short_plain_and_many():
    words = codes.words()
    assert len(words) >= 512 and len(set(words)) == len(words) and list(words) == sorted(words)
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 9 for word in words)


def test_no_two_words_are_one_letter_apart():
    def holes(word):
        """The word with each letter left out once, and as it is."""
        return {word[:place] + "_" + word[place + 1 :] for place in range(len(word))}

    seen: dict[str, str] = {}
    for word in codes.words():
        for hole in holes(word):
            assert hole not in seen, (word, seen[hole])
            seen[hole] = word
        shorter = {word[:place] + word[place + 1 :] for place in range(len(word))}
        assert not shorter & set(codes.words())
