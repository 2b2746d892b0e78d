"""Somebody takes a quiz with all kinds of questions, without scripts, with them, and without a line."""

import json
import re

import pytest

MAKE_COURSE = """
import django
django.setup()
from sites.models import Village
from tests.factories.learning import KINDS, lesson_block, make_course, question_block
practice = tuple(question_block(kind) for kind in KINDS)
make_course(
    Village.objects.get(site__hostname="kemiren.localhost"), "Kuis contoh", kinds=tuple(KINDS),
    lessons=[lesson_block("Bunyi", more=practice)], shuffles=False,
)
"""
COUNT = """
import django
django.setup()
from learning.models import Attempt, Milestone
print(Attempt.objects.count(), *Milestone.objects.order_by("kind").values_list("kind", flat=True))
"""


@pytest.fixture(scope="module")
def course_url(server):
    server.python("-c", MAKE_COURSE)
    return f"{server.url('kemiren.localhost')}/belajar/kuis-contoh/"


@pytest.fixture
def quiz_url(course_url):
    return f"{course_url}kuis/"


@pytest.fixture
def counted(server):
    """A function: how many attempts there are, and the milestones, since the test began."""
    before = server.python("-c", COUNT).split()

    def count():
        now = server.python("-c", COUNT).split()
        return int(now[0]) - int(before[0]), len(now) - len(before)

    return count


def question(page, kind):
    return page.get_by_role("group", name=re.compile(f"Pertanyaan {kind}"))


def answer_all_but_the_ordering(page):
    question(page, "single").get_by_label("Benar satu").check()
    question(page, "multiple").get_by_label("Benar satu").check()
    question(page, "multiple").get_by_label("Benar dua").check()
    question(page, "true_false").locator("[value=true]").check()
    question(page, "short").get_by_role("textbox").fill("Genei")


def order_by_buttons(page):
    """Bring the steps into order as one does: the first one up to the top, and so on."""
    steps = question(page, "ordering")
    for number in (1, 2, 3):
        while steps_of(page)[number - 1] != f"Langkah {number}":
            steps.get_by_role("button", name=f"Naikkan: Langkah {number}").click()


def send(page):
    page.get_by_role("button", name="Kirim jawaban").click()


def await_outbox(page):
    """Until all that was to be sent has arrived; the security policy lets nobody wait by a function."""
    while page.evaluate("localStorage.getItem('smart-kampung.outbox')"):
        page.wait_for_load_state("networkidle")


def steps_of(page):
    texts = question(page, "ordering").locator(".step").all_inner_texts()
    return [re.search(r"Langkah \d", text)[0] for text in texts]


def test_a_quiz_is_taken_without_scripts(no_script_page, quiz_url, axe, counted):
    page = no_script_page
    page.goto(quiz_url)
    send(page)
    assert "Jawab dulu: 1, 2, 3, 4, 5" in page.locator("[role=alert]").inner_text()
    answer_all_but_the_ordering(page)
    send(page)
    assert "Jawab dulu: 4" in page.locator("[role=alert]").inner_text()
    assert question(page, "short").get_by_role("textbox").input_value() == "Genei"
    for number in (1, 2, 3):
        question(page, "ordering").get_by_label(f"Urutan “Langkah {number}”").select_option(str(number))
    send(page)
    assert "5 dari 5 jawaban benar: 100 persen." in page.locator("main").inner_text()
    assert counted() == (1, 2)
    page.get_by_role("link", name="Ke kursus", exact=True).click()
    assert not page.context.cookies()


def test_with_a_script_it_is_taken_without_leaving_the_page(page, quiz_url, counted):
    page.goto(quiz_url)
    page.evaluate("window.sameDocument = true")
    answer_all_but_the_ordering(page)
    order_by_buttons(page)
    assert steps_of(page) == ["Langkah 1", "Langkah 2", "Langkah 3"]
    send(page)
    page.get_by_role("heading", name="Anda lulus").wait_for()
    assert page.evaluate("window.sameDocument && document.activeElement.textContent") == "Anda lulus"
    await_outbox(page)
    assert counted() == (1, 2)
    (known,) = json.loads(page.evaluate("localStorage.getItem('smart-kampung.courses')")).values()
    assert (known["quiz"]["percent"], known["quiz"]["passed"]) == (100, True)


def test_each_answer_can_be_checked_before_it_is_sent(page, quiz_url):
    page.goto(quiz_url)
    single = question(page, "single")
    check = page.get_by_role("button", name="Periksa jawaban").first
    check.click()
    assert "Jawab pertanyaan ini." in single.inner_text()
    single.get_by_label("Salah").check()
    check.click()
    assert "Belum tepat. Bukan itu. Penjelasan single." in single.inner_text()
    single.get_by_label("Benar satu").check()
    check.click()
    assert "Benar. Penjelasan single." in single.inner_text() and "Belum tepat" not in single.inner_text()


def test_what_was_answered_outlives_a_reload(page, quiz_url):
    page.goto(quiz_url)
    answer_all_but_the_ordering(page)
    order_by_buttons(page)
    page.reload()
    assert question(page, "single").get_by_label("Benar satu").is_checked()
    assert question(page, "short").get_by_role("textbox").input_value() == "Genei"
    assert steps_of(page) == ["Langkah 1", "Langkah 2", "Langkah 3"]


def test_answers_given_without_a_line_are_kept_and_sent_once_when_it_returns(page, quiz_url, counted):
    page.goto(quiz_url)
    answer_all_but_the_ordering(page)
    order_by_buttons(page)
    page.context.set_offline(True)
    send(page)
    page.locator("[data-says=kept]").wait_for()
    assert counted() == (0, 0)
    page.context.set_offline(False)
    page.get_by_role("heading", name="Anda lulus").wait_for()
    await_outbox(page)
    assert counted() == (1, 2)


def test_practice_is_checked_at_once_also_without_a_line(page, course_url):
    page.goto(f"{course_url}bunyi/")
    page.context.set_offline(True)
    answer_all_but_the_ordering(page)
    order_by_buttons(page)
    for kind in ("single", "multiple", "true_false", "ordering", "short"):
        form = page.locator("form[data-practice]").filter(has=question(page, kind))
        form.get_by_role("button", name="Periksa jawaban").click()
        assert f"Benar. Penjelasan {kind}." in form.inner_text()


def test_practice_without_scripts_brings_the_lesson_back_at_the_question(no_script_page, course_url):
    page = no_script_page
    page.goto(f"{course_url}bunyi/")
    question(page, "short").get_by_role("textbox").fill("kopi")
    form = page.locator("form[data-practice]").filter(has=question(page, "short"))
    form.get_by_role("button", name="Periksa jawaban").click()
    assert "Belum tepat. Penjelasan short." in form.inner_text()
    assert re.search(r"bunyi/#p-[0-9a-f-]{36}$", page.url)


@pytest.mark.parametrize("state", ["open", "refused", "checked"])
def test_everybody_can_use_a_quiz(page, quiz_url, axe, state):
    page.goto(quiz_url)
    if state == "refused":
        send(page)
        page.locator("[role=alert]").wait_for()
    if state == "checked":
        answer_all_but_the_ordering(page)
        question(page, "single").get_by_label("Salah").check()
        order_by_buttons(page)
        send(page)
        page.get_by_role("heading", name="Anda lulus").wait_for()
    assert not axe(page)
