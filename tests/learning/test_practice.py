"""Practice inside a lesson: the lesson comes back with the verdict, and nothing is kept."""

import html
import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from learning.models import Attempt, Milestone
from tests.factories import sites as factories
from tests.factories.learning import KINDS, key_of, lesson_block, make_course, question_block

from .forms import HOST

PATH = "/belajar/bahasa-osing-dasar/bunyi/"


def lesson(*kinds: str) -> list[dict]:
    return [lesson_block("Bunyi", more=tuple(question_block(kind) for kind in kinds))]


@pytest.fixture
def course(kemiren):
    return make_course(kemiren, kinds=("single",), gives_certificate=True, lessons=lesson(*KINDS))


def check(kind: str, answer: str = "", path: str = PATH):
    key = key_of(f"Pertanyaan {kind}?")
    sent = {"practice": key} | ({f"q-{key}": answer} if answer else {})
    return Client(HTTP_HOST=HOST).post(path, sent, headers={"origin": f"http://{HOST}"})


def part_of(answer, kind: str) -> str:
    """The form of one question."""
    text = html.unescape(answer.text)
    form = text[text.index(f'id="p-{key_of(f"Pertanyaan {kind}?")}"') :]
    return re.sub(r"<template.*?</template>", "", form[: form.index("</form>")], flags=re.DOTALL)


def test_each_question_is_a_form_of_its_own_that_leads_back_to_itself(course, get):
    page = get(HOST, PATH).text
    for kind in KINDS:
        key = key_of(f"Pertanyaan {kind}?")
        assert f'action="#p-{key}"' in page and f'name="practice" value="{key}"' in page


def test_a_right_answer_is_praised_and_explained(course):
    answer = check("single", key_of("Benar satu"))
    assert "<b>Benar.</b> Penjelasan single." in part_of(answer, "single")
    assert "checked" in part_of(answer, "single")
    assert 'class="verdict"' not in part_of(answer, "short")


def test_a_wrong_answer_is_told_why(course):
    assert "<b>Belum tepat.</b> Bukan itu. Penjelasan single." in part_of(
        check("single", key_of("Salah")), "single"
    )


def test_another_spelling_is_right(course):
    assert "<b>Benar.</b>" in part_of(check("short", "  GENEI. "), "short")


def test_an_ordering_is_checked_by_its_places(course):
    places = {key_of(f"Langkah {number}"): str(number) for number in (1, 2, 3)}
    key = key_of("Pertanyaan ordering?")
    sent = {"practice": key} | {f"q-{key}-{step}": place for step, place in places.items()}
    assert "<b>Benar.</b>" in part_of(Client(HTTP_HOST=HOST).post(PATH, sent), "ordering")


@pytest.mark.parametrize("kind", KINDS)
def test_without_an_answer_it_is_asked_for(course, kind):
    assert "Jawab pertanyaan ini." in part_of(check(kind), kind)


def test_nothing_is_kept_and_no_cache_keeps_the_answer(course):
    answer = check("single", key_of("Benar satu"))
    assert answer["Cache-Control"] == "private, no-store" and not answer.cookies
    assert not Attempt.objects.exists() and not Milestone.objects.exists()


@pytest.mark.parametrize("key", ["", "lain", "é", "a" * 5000])
def test_an_unknown_question_is_no_fault(course, key):
    answer = Client(HTTP_HOST=HOST).post(PATH, {"practice": key})
    assert answer.status_code == 200 and 'class="verdict" role="status"' not in part_of(answer, "single")


def test_ten_megabytes_are_refused(course):
    assert check("short", "a" * 10_000_000).status_code == 413


def test_in_a_village_the_lesson_of_an_office_can_be_practised(kemiren):
    office = factories.make_office("dispendik")
    make_course(office, title="Foto", kinds=(), lessons=lesson("single"))
    answer = check("single", key_of("Benar satu"), "/belajar/dispendik/foto/bunyi/")
    assert "<b>Benar.</b>" in part_of(answer, "single") and "Desa Kemiren" in answer.text


def test_scripts_have_the_solutions_and_the_questions_of_the_quiz_stay_secret(course, get):
    page = get(HOST, PATH).text
    solutions = [json.loads(html.unescape(text)) for text in re.findall(r'data-solution="([^"]*)"', page)]
    assert [found["kind"] for found in solutions] == KINDS
    assert solutions[0]["reasons"] == {key_of("Salah"): "Bukan itu."}


def test_the_page_of_a_lesson_stays_the_same_until_it_is_edited(course, get):
    first = get(HOST, PATH)
    assert first["ETag"] == get(HOST, PATH)["ETag"]
    steps = re.findall(r"<span>(Langkah \d)</span>", first.text)
    assert steps != sorted(steps) and len(steps) == 3


def test_practice_costs_no_query_for_each_question(kemiren, get):
    make_course(kemiren, kinds=(), lessons=lesson("single"))
    get(HOST, PATH)
    with CaptureQueriesContext(connection) as few:
        get(HOST, PATH)
    make_course(kemiren, title="Lain", kinds=(), lessons=lesson(*KINDS))
    path = PATH.replace("bahasa-osing-dasar", "lain")
    get(HOST, path)
    with CaptureQueriesContext(connection) as many:
        get(HOST, path)
    assert len(many) == len(few) <= 15
