"""The quiz of a course: what learners see, what is kept, and what a form that is not as it should be gets."""

import html
import json
import re
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from learning.models import Attempt, Milestone
from learning.quizzes.answers import field_name
from learning.quizzes.tokens import Token
from tests.factories import sites as factories
from tests.factories.learning import (
    KINDS,
    choice_item,
    key_of,
    make_course,
    question_block,
    right_answers,
)
from tests.factories.sites import publish

from .forms import HOST, fields, hidden, quiz_path, send

KEY = UUID(int=7)
BUDGET = 15


@pytest.fixture
def course(kemiren):
    return make_course(kemiren, kinds=tuple(KINDS), may_retry=True)


@pytest.fixture
def certified(kemiren):
    return make_course(kemiren, "Foto produk", kinds=tuple(KINDS), gives_certificate=True)


def with_wrong(*kinds):
    """All answers right but those of some kinds."""
    wrong = {
        "single": [key_of("Salah")],
        "multiple": [key_of("Benar satu")],
        "true_false": ["false"],
        "ordering": [key_of(f"Langkah {number}") for number in (2, 1, 3)],
        "short": ["kopi"],
    }
    return right_answers() | {key_of(f"Pertanyaan {kind}?"): wrong[kind] for kind in kinds}


def text_of(answer) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", answer.text)))


def test_every_question_stands_in_the_form(course, get):
    page = get(HOST, quiz_path(course)).text
    for kind in KINDS:
        assert f"Pertanyaan {kind}?" in page
    assert "5 pertanyaan. Lulus dengan 4 jawaban benar." in page and page.count("<fieldset") == 5


def test_the_quiz_of_an_office_is_taken_in_the_frame_of_a_village(kemiren):
    course = make_course(factories.make_office("dispendik"), title="Foto produk")
    answer = send(course, right_answers("single", "short"), KEY, "/belajar/dispendik/foto-produk/kuis/")
    assert "Anda lulus" in answer.text and "Desa Kemiren" in answer.text
    assert Attempt.objects.get().site == kemiren.site


def test_who_has_all_right_has_passed_with_100_percent(course):
    answer = send(course, right_answers(), KEY)
    assert "Anda lulus" in answer.text and "5 dari 5 jawaban benar: 100 persen." in text_of(answer)
    kept = Attempt.objects.get()
    assert (kept.percent, kept.passed, kept.revision) == (100, True, course.live_revision)
    assert set(kept.right_questions) == set(right_answers()) and not kept.wrong_questions


def test_who_has_too_few_right_reads_how_many_are_needed(course):
    answer = send(course, with_wrong("single", "short"), KEY)
    assert "Belum lulus" in answer.text and "3 dari 5" in answer.text
    assert "4 jawaban harus benar" in text_of(answer)
    assert Attempt.objects.get().wrong_questions == sorted(
        key_of(f"Pertanyaan {kind}?") for kind in ("single", "short")
    )


def test_each_answer_is_marked_and_explained(course):
    page = send(course, with_wrong("single"), KEY).text
    assert page.count('data-mark="wrong"') == 2  # the choice and the verdict
    assert "Bukan itu. Penjelasan single." in page and "Penjelasan short." in page


def test_steps_are_shown_in_the_order_that_the_learner_gave_them(course):
    page = send(course, with_wrong("ordering"), KEY).text
    assert re.findall(r"<span>(Langkah \d)</span>", page) == ["Langkah 2", "Langkah 1", "Langkah 3"]
    marks = re.findall(r'class="step" data-mark="(\w+)"', page)
    assert marks == ["wrong", "wrong", "right"]


def test_the_right_answer_is_told_to_who_has_passed_and_to_nobody_who_may_try_again(course):
    assert "Jawaban yang benar: Benar satu" in text_of(send(course, with_wrong("single"), KEY))
    failed = send(course, with_wrong("single", "short", "multiple"), uuid4())
    assert "Jawaban yang benar" not in failed.text and "Coba lagi" in failed.text


@pytest.mark.parametrize(("has_certificate", "is_told"), [(False, True), (True, False)])
def test_who_has_failed_for_good_is_told_unless_a_certificate_is_at_stake(kemiren, has_certificate, is_told):
    course = make_course(kemiren, kinds=tuple(KINDS), may_retry=False, gives_certificate=has_certificate)
    failed = send(course, with_wrong("single", "short", "multiple"), KEY)
    assert ("Jawaban yang benar" in text_of(failed)) is is_told


def test_an_answer_to_a_post_is_kept_by_no_cache(course, get):
    assert send(course, right_answers(), KEY)["Cache-Control"] == "private, no-store"
    assert "no-store" not in get(HOST, quiz_path(course))["Cache-Control"]


def test_no_cookie_is_set(course, get):
    assert not get(HOST, quiz_path(course)).cookies and not send(course, right_answers(), KEY).cookies


class TestSecrecy:
    """Before it is sent, the page of a quiz that counts tells nothing of what is right."""

    def test_neither_reason_nor_explanation_nor_spelling_is_in_the_source(self, certified, get):
        page = get(HOST, quiz_path(certified)).text
        for secret in ("Penjelasan", "Bukan itu.", "genai", "genei", "data-solution", "is_right", "verdict"):
            assert secret not in page

    def test_neither_is_it_on_other_pages_of_the_course(self, certified, get):
        for path in ("/belajar/foto-produk/", "/belajar/foto-produk/pelajaran-1/", "/cari/?q=genai"):
            page = get(HOST, path).text
            assert "Penjelasan" not in page and "genei" not in page

    def test_the_steps_of_an_ordering_never_stand_in_the_right_order(self, certified, get):
        for _rendering in range(12):
            page = get(HOST, quiz_path(certified)).text
            shown = re.findall(r"<span>(Langkah \d)</span>", page)
            assert sorted(shown) != shown and len(shown) == 3

    def test_a_right_choice_looks_like_any_other(self, certified, get):
        page = get(HOST, quiz_path(certified)).text
        question = certified.question_list[0]
        rows = re.findall(r"<label class=\"option\">(?:(?!</label>).)*</label>", page, re.DOTALL)
        mine = [row for row in rows if field_name(question) in row]
        assert len({re.sub(r'value="[^"]*"|<span>[^<]*</span>', "", row) for row in mine}) == 1

    def test_a_form_that_comes_back_tells_nothing_either(self, certified):
        page = send(certified, right_answers("single", "ordering"), KEY).text
        assert "Jawab dulu" in page and "Penjelasan" not in page and "data-mark" not in page

    def test_a_quiz_that_does_not_count_has_its_solutions_for_scripts(self, course, get):
        page = get(HOST, quiz_path(course)).text
        solutions = [json.loads(html.unescape(text)) for text in re.findall(r'data-solution="([^"]*)"', page)]
        assert len(solutions) == 5 and {"genai", "genei"} in [set(found["right"]) for found in solutions]


class TestMixing:
    def test_each_rendering_is_mixed_anew(self, course, get):
        orders = {
            tuple(re.findall(r"Pertanyaan \w+\?", get(HOST, quiz_path(course)).text)) for _time in range(8)
        }
        assert len(orders) > 1

    def test_a_form_that_comes_back_is_in_the_same_order(self, course, get):
        client = Client(HTTP_HOST=HOST)
        opened = client.get(quiz_path(course)).text
        back = client.post(quiz_path(course), hidden(opened)).text
        pattern = r"<legend>(.*?)</legend>|<span>(.*?)</span>"
        assert re.findall(pattern, back[back.index("<fieldset") :]) == re.findall(
            pattern, opened[opened.index("<fieldset") :]
        )

    def test_without_mixing_questions_stand_as_they_were_written(self, kemiren, get):
        course = make_course(kemiren, "Urut", kinds=tuple(KINDS), shuffles=False)
        page = get(HOST, quiz_path(course)).text
        assert re.findall(r"Pertanyaan (\w+)\?</legend>", page) == KINDS
        assert page.index("Benar satu") < page.index("Salah")


class TestIncomplete:
    """A form that can't be scored comes back with what was answered; nothing is kept of it."""

    def test_what_is_missing_is_named_by_its_number(self, kemiren):
        course = make_course(kemiren, "Urut", kinds=tuple(KINDS), shuffles=False)
        page = send(course, right_answers("single", "true_false", "ordering"), KEY)
        assert "Jawab dulu: 2, 5" in text_of(page)
        assert page.text.count("checked") == 2 and page.text.count(" selected") == 3
        assert not Attempt.objects.exists()

    def test_the_key_of_the_form_stays(self, course):
        assert hidden(send(course, {}, KEY).text)["key"] == str(KEY)

    def test_two_steps_in_one_place_are_refused(self, course):
        ordering = next(q for q in course.question_list if q.is_ordered)
        places = {field_name(ordering, choice.key): "1" for choice in ordering.choices}
        page = send(course, right_answers(), KEY, **places).text
        assert "Beri setiap langkah urutannya sendiri." in page and page.count(" selected") == 3

    def test_an_answer_that_is_too_long_is_cut_and_refused(self, course):
        short = key_of("Pertanyaan short?")
        page = send(course, right_answers() | {short: ["🌶" * 5000]}, KEY)
        assert "Tulis paling banyak 200 huruf" in page.text and page.text.count("🌶") == 200

    @pytest.mark.parametrize("text", ["🌶️", "\x00", "' OR 1=1 --", "<script>", "a" * 200, "ﷺ"])
    def test_a_strange_text_is_simply_wrong(self, course, text):
        answer = send(course, right_answers() | {key_of("Pertanyaan short?"): [text]}, uuid4())
        assert answer.status_code == 200 and "4 dari 5" in answer.text
        assert text != "<script>" or "&lt;script&gt;" in answer.text


class TestTampering:
    """What did not come from a form of ours gets a fresh one, with what fits of the answers."""

    @pytest.mark.parametrize("token", ["", "1-1-abc", "x.y", "é", "a" * 500])
    def test_a_forged_token(self, course, token):
        answer = send(course, right_answers(), KEY, token=token)
        assert answer.status_code == 400 and "Formulir ini tidak dikenali" in answer.text
        assert answer.text.count("checked") == 4
        renewed = hidden(answer.text)
        assert renewed["key"] != str(KEY) and Token.read(renewed["token"], course)
        assert not Attempt.objects.exists()

    def test_the_token_of_another_course(self, course, certified):
        assert send(course, right_answers(), KEY, token=str(Token.fresh(certified))).status_code == 400

    @pytest.mark.parametrize("key", ["", "7", "satu", "é" * 32])
    def test_a_key_that_is_none(self, course, key):
        assert send(course, right_answers(), key).status_code == 400

    def test_a_key_that_was_used_for_another_course(self, course, certified):
        send(certified, right_answers(), KEY, path=quiz_path(certified))
        answer = send(course, right_answers(), KEY)
        assert answer.status_code == 400 and hidden(answer.text)["key"] != str(KEY)
        assert Attempt.objects.count() == 1

    def test_a_choice_that_nobody_offered_has_to_be_made_again(self, course):
        answer = send(course, right_answers() | {key_of("Pertanyaan single?"): ["lain"]}, KEY)
        assert "tidak terbaca" in answer.text and not Attempt.objects.exists()

    def test_two_choices_where_one_is_allowed(self, course):
        both = [key_of("Benar satu"), key_of("Salah")]
        answer = send(course, right_answers() | {key_of("Pertanyaan single?"): both}, KEY)
        assert "tidak terbaca" in answer.text and not Attempt.objects.exists()

    def test_places_that_are_none(self, course):
        ordering = next(q for q in course.question_list if q.is_ordered)
        places = {field_name(ordering, choice.key): "²" for choice in ordering.choices}
        assert "tidak terbaca" in send(course, right_answers(), KEY, **places).text

    def test_the_same_choice_twice_counts_once_and_unknown_fields_not_at_all(self, course):
        double = right_answers() | {key_of("Pertanyaan single?"): [key_of("Benar satu")] * 2}
        more = {f"q-{uuid4()}": "x", "percent": "100", "q-": "", "passed": "1"}
        assert "100 persen" in send(course, double, KEY, **more).text

    @pytest.mark.parametrize("origin", ["http://jahat.example", "null", "http://["])
    def test_a_form_that_another_site_has_sent(self, course, origin):
        answer = Client(HTTP_HOST=HOST).post(
            quiz_path(course), fields(course, right_answers()), headers={"origin": origin}
        )
        assert answer.status_code == 403 and not Attempt.objects.exists()

    def test_ten_megabytes(self, course):
        answer = send(course, {key_of("Pertanyaan short?"): ["a" * 10_000_000]}, KEY)
        body = f"token=&{field_name(course.question_list[-1])}={'a' * 10_000_000}"
        encoded = Client(HTTP_HOST=HOST).post(
            quiz_path(course), body, content_type="application/x-www-form-urlencoded"
        )
        for found in (answer, encoded):
            assert found.status_code == 413 and "Tidak ada yang disimpan" in found.text
            assert found["Cache-Control"] == "private, no-store"

    def test_too_many_fields(self, course):
        body = "&".join(f"a{number}=" for number in range(10_001))
        answer = Client(HTTP_HOST=HOST).post(
            quiz_path(course), body, content_type="application/x-www-form-urlencoded"
        )
        assert answer.status_code == 413

    @pytest.mark.parametrize("method", ["put", "patch", "delete"])
    def test_other_methods(self, course, method):
        assert getattr(Client(HTTP_HOST=HOST), method)(quiz_path(course)).status_code == 405

    def test_a_course_without_questions_has_no_quiz(self, kemiren, get):
        course = make_course(kemiren, "Kosong", kinds=())
        assert get(HOST, quiz_path(course)).status_code == 404
        assert Client(HTTP_HOST=HOST).post(quiz_path(course)).status_code == 404

    def test_other_pages_take_no_forms(self, course):
        assert Client(HTTP_HOST=HOST).post("/belajar/").status_code == 405


class TestReplay:
    def test_what_is_sent_twice_is_kept_once_and_shown_twice(self, course):
        first, second = (send(course, with_wrong("single"), KEY) for _time in range(2))
        assert Attempt.objects.count() == 1
        assert "4 dari 5" in second.text and second.text.count("data-mark") == first.text.count("data-mark")
        assert "sudah dihitung" not in second.text

    def test_other_answers_under_the_same_key_change_nothing(self, course):
        send(course, with_wrong("single", "short"), KEY)
        again = send(course, right_answers(), KEY)
        assert "Belum lulus" in again.text and "3 dari 5" in again.text
        assert "Percobaan ini sudah dihitung" in again.text
        assert Attempt.objects.get().percent == 60

    def test_another_try_is_another_key(self, course):
        send(course, with_wrong("single", "short"), KEY)
        assert "Anda lulus" in send(course, right_answers(), uuid4()).text
        assert Attempt.objects.count() == 2

    def test_more_than_a_hall_sends_has_to_wait_but_a_replay_never(self, course, monkeypatch):
        monkeypatch.setattr("learning.quizzes.views.FROM_ONE_READER", 1)
        send(course, with_wrong("single"), KEY)
        later = send(course, right_answers(), uuid4())
        assert later.status_code == 429 and "checked" in later.text and "Kirim lagi nanti" in later.text
        assert send(course, with_wrong("single"), KEY).status_code == 200


class TestVersions:
    """Scored by what the learner has seen, also when the course is edited meanwhile."""

    def edited(self, course, **values):
        course = type(course).objects.get(pk=course.pk)
        for name, value in values.items():
            setattr(course, name, value)
        publish(course)
        return course

    def now_other_is_right(self):
        choices = [choice_item("Benar satu"), choice_item("Salah", True)]
        return [question_block("single", choices=choices)]

    def test_a_changed_solution_does_not_change_what_was_asked(self, kemiren):
        course = make_course(kemiren, kinds=("single",))
        token = str(Token.fresh(course))
        self.edited(course, questions=self.now_other_is_right())
        answer = send(course, right_answers("single"), KEY, token=token)
        assert "100 persen" in answer.text and "Kuis ini diubah" in answer.text
        assert Attempt.objects.get().revision == course.live_revision

    def test_who_opens_it_now_is_asked_by_the_new_version(self, kemiren):
        course = self.edited(make_course(kemiren, kinds=("single",)), questions=self.now_other_is_right())
        assert "0 persen" in send(course, right_answers("single"), KEY).text

    def test_the_pass_mark_is_that_of_the_version_too(self, course):
        token = str(Token.fresh(course))
        self.edited(course, pass_percent=100)
        assert "Anda lulus" in send(course, with_wrong("single"), KEY, token=token).text

    def test_what_changed_elsewhere_in_the_course_is_not_mentioned(self, course):
        token = str(Token.fresh(course))
        self.edited(course, summary="Baru")
        assert "Kuis ini diubah" not in send(course, right_answers(), KEY, token=token).text

    def test_a_version_that_is_gone_is_scored_by_the_live_one(self, course):
        old, token = course.live_revision, str(Token.fresh(course))
        removed = [block for block in course.questions.raw_data if block["type"] != "short"]
        now = self.edited(course, questions=list(removed))
        old.delete()
        answer = send(course, right_answers(), KEY, token=token)
        assert "4 dari 4" in answer.text and "menurut pertanyaan yang sekarang" in answer.text
        assert Attempt.objects.get().revision is None
        assert now.question_count == 4

    def test_the_revision_of_another_page_is_none_of_ours(self, course, certified):
        foreign = Token(course.pk, certified.live_revision_id, "abc")
        assert "100 persen" in send(course, right_answers(), KEY, token=str(foreign)).text
        assert Attempt.objects.get().revision is None


class TestScript:
    """A script says so in the form, and gets only the part that changes."""

    def test_it_gets_the_outcome_as_a_part_with_what_it_keeps(self, course):
        answer = send(course, with_wrong("single"), KEY, by_script="1").text
        assert answer.lstrip().startswith("<section") and "<html" not in answer
        assert 'data-percent="80" data-passed="1"' in answer

    def test_it_gets_the_form_back_as_a_part(self, course):
        assert send(course, {}, KEY, by_script="1").text.lstrip().startswith("<section")

    def test_milestones_are_its_own_affair(self, course):
        send(course, right_answers(), KEY, by_script="1")
        assert not Milestone.objects.exists()


class TestWithoutScript:
    def test_a_passed_quiz_counts_as_begun_and_finished_once(self, course):
        for _time in range(2):
            send(course, right_answers(), KEY)
        assert sorted(Milestone.objects.values_list("kind", flat=True)) == ["completion", "start"]

    def test_a_failed_one_as_begun_only(self, course):
        send(course, with_wrong("single", "short"), KEY)
        assert Milestone.objects.get().kind == "start"


class TestCertificate:
    @pytest.fixture(autouse=True)
    def address(self, monkeypatch):
        monkeypatch.setattr(
            "learning.quizzes.outcome.claim_url", lambda attempt, request: f"/sertifikat/{attempt.key}/"
        )

    def test_who_has_passed_is_led_to_it(self, certified):
        page = send(certified, right_answers(), KEY, quiz_path(certified)).text
        assert f'href="/sertifikat/{KEY}/"' in page

    def test_who_has_not_or_took_a_quiz_without_is_not(self, certified, course):
        assert (
            "/sertifikat/"
            not in send(certified, with_wrong("single", "short"), KEY, quiz_path(certified)).text
        )
        assert "/sertifikat/" not in send(course, right_answers(), uuid4()).text


def queries(act) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert act().status_code == 200
    return len(captured)


def test_the_form_costs_the_same_with_more_questions_and_villages(course, get):
    get(HOST, quiz_path(course))
    before = queries(lambda: get(HOST, quiz_path(course)))
    course.questions = [question_block("single", f"Tanya {number}?") for number in range(12)]
    publish(course)
    for number in range(3):
        factories.make_village(f"lagi-{number}.localhost", name=f"Lagi {number}")
    get(HOST, quiz_path(course))
    assert queries(lambda: get(HOST, quiz_path(course))) == before <= BUDGET
