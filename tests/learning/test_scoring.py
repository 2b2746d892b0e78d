"""What answers are worth: examples, and properties that hold for any quiz and any answers."""

import doctest
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from learning import scoring
from learning.questions import FALSE, TRUE, Choice, Question, QuestionKind
from learning.scoring import has_passed, is_right, needed_right, plain, score

pytestmark = pytest.mark.once

WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=12)
SPACES = st.text(" \t\n\u00a0", max_size=4)
JUNK = st.lists(st.text(max_size=20), max_size=4)


def made(number: int, kind: QuestionKind, choices: list[str], right: list[str]) -> Question:
    shown = tuple(Choice(f"{number}-{text}", text) for text in choices)
    keys = (
        right if kind in (QuestionKind.SHORT, QuestionKind.TRUE_FALSE) else [f"{number}-{t}" for t in right]
    )
    return Question(f"question-{number}", kind, "?", shown, tuple(keys))


@st.composite
def questions(draw, number: int = 0, kinds=tuple(QuestionKind)) -> Question:
    kind = draw(st.sampled_from(kinds))
    if kind == QuestionKind.SHORT:
        spellings = draw(st.lists(WORDS.filter(plain), min_size=1, max_size=4))
        return made(number, kind, [], spellings)
    if kind == QuestionKind.TRUE_FALSE:
        return Question(
            f"question-{number}",
            kind,
            "?",
            (Choice(TRUE, ""), Choice(FALSE, "")),
            (draw(st.sampled_from([TRUE, FALSE])),),
        )
    texts = draw(st.lists(st.integers(0, 99).map(str), min_size=2, max_size=8, unique=True))
    if kind == QuestionKind.ORDERING:
        return made(number, kind, texts, texts)
    most = 1 if kind == QuestionKind.SINGLE else len(texts)
    return made(
        number, kind, texts, draw(st.lists(st.sampled_from(texts), min_size=1, max_size=most, unique=True))
    )


@st.composite
def quizzes(draw, least: int = 1) -> list[Question]:
    return [draw(questions(number)) for number in range(draw(st.integers(least, 8)))]


def right_answer(question: Question) -> list[str]:
    return list(question.right[:1] if question.is_typed else question.right)


def all_right(quiz) -> dict[str, list[str]]:
    return {question.key: right_answer(question) for question in quiz}


@st.composite
def quizzes_with_answers(draw):
    """A quiz with answers of all sorts: right, of other choices, unknown, none."""
    quiz, answers = draw(quizzes()), {}
    for question in quiz:
        keys = [choice.key for choice in question.choices] or ["x"]
        kind_of_answer = st.one_of(
            st.just(right_answer(question)), st.lists(st.sampled_from(keys), max_size=9), JUNK, st.just([])
        )
        answers[question.key] = draw(kind_of_answer)
    return quiz, answers


@given(quizzes_with_answers())
def test_a_percentage_is_between_0_and_100_and_every_question_is_counted(both):
    quiz, answers = both
    found = score(quiz, answers)
    assert 0 <= found.percent <= 100 and found.count == len(quiz)
    assert found.right | found.wrong == {question.key for question in quiz} and not found.right & found.wrong


@given(quizzes())
def test_all_right_is_100_percent_and_nothing_is_0(quiz):
    assert score(quiz, all_right(quiz)).percent == 100
    assert score(quiz, {}).percent == 0


@given(quizzes_with_answers(), st.data())
def test_one_more_right_answer_is_never_worth_less(both, data):
    quiz, answers = both
    question = data.draw(st.sampled_from(quiz))
    better = score(quiz, answers | {question.key: right_answer(question)})
    before = score(quiz, answers)
    assert better.percent >= before.percent and better.right >= before.right
    assert (better.percent > before.percent) == (question.key not in before.right)


@given(quizzes_with_answers(), st.randoms(use_true_random=False))
def test_the_order_of_questions_changes_nothing(both, random):
    quiz, answers = both
    mixed = random.sample(quiz, len(quiz))
    assert score(mixed, answers) == score(quiz, answers)


@given(quizzes_with_answers(), st.dictionaries(st.text(max_size=20), JUNK, max_size=5))
def test_answers_to_questions_that_nobody_asked_are_ignored(both, more):
    quiz, answers = both
    unknown = {key: value for key, value in more.items() if key not in answers}
    assert score(quiz, answers | unknown) == score(quiz, answers)


@given(quizzes_with_answers())
def test_a_score_is_the_same_each_time_and_changes_no_answer(both):
    quiz, answers = both
    before = {key: list(value) for key, value in answers.items()}
    assert score(quiz, answers) == score(quiz, answers) and answers == before


@given(questions(kinds=(QuestionKind.SINGLE, QuestionKind.MULTIPLE)), st.randoms(use_true_random=False))
def test_the_order_of_choices_is_irrelevant(question, random):
    mixed = replace(question, choices=tuple(random.sample(question.choices, len(question.choices))))
    answer = random.sample(question.right, len(question.right))
    assert is_right(mixed, answer) and is_right(question, answer)


@given(questions(kinds=(QuestionKind.MULTIPLE,)), st.data())
def test_of_several_all_right_ones_and_no_other_must_be_chosen(question, data):
    keys = [choice.key for choice in question.choices]
    chosen = data.draw(st.lists(st.sampled_from(keys), unique=True))
    assert is_right(question, chosen) == (set(chosen) == set(question.right))


@given(questions(kinds=(QuestionKind.SINGLE, QuestionKind.TRUE_FALSE)))
def test_of_one_only_the_right_one_alone_is_right(question):
    for choice in question.choices:
        assert is_right(question, [choice.key]) == (choice.key in question.right)
    assert not is_right(question, [choice.key for choice in question.choices])


@given(questions(kinds=(QuestionKind.ORDERING,)), st.randoms(use_true_random=False))
def test_an_ordering_is_right_in_its_order_only(question, random):
    order = tuple(random.sample(question.right, len(question.right)))
    assert is_right(question, order) == (order == question.right)
    assert not is_right(question, question.right[:-1]) and not is_right(question, [*question.right, "more"])


@given(
    questions(kinds=(QuestionKind.SHORT,)), SPACES, SPACES, st.sampled_from(["", ".", "!", "?"]), st.data()
)
def test_capitals_spaces_and_a_full_stop_do_not_matter(question, before, after, stop, data):
    spelling = data.draw(st.sampled_from(question.right))
    for typed in (spelling, spelling.upper(), spelling.title()):
        # A few letters of the world have no way back from their capital: ß, ı.
        assume(typed.casefold() == spelling.casefold())
        assert is_right(question, [f"{before}{typed}{stop}{after}"])


@given(questions(kinds=(QuestionKind.SHORT,)), st.text(max_size=40))
def test_another_word_is_wrong(question, typed):
    assume(plain(typed) not in {plain(spelling) for spelling in question.right})
    assert not is_right(question, [typed])


@given(st.text(max_size=60))
def test_how_a_phone_writes_an_accent_does_not_matter(text):
    assert plain(unicodedata.normalize("NFD", text)) == plain(unicodedata.normalize("NFC", text))


@given(st.integers(1, 60), st.integers(1, 100))
def test_as_many_as_are_needed_pass_and_one_fewer_does_not(count, pass_percent):
    needed = needed_right(count, pass_percent)
    assert 1 <= needed <= count
    assert has_passed(needed * 100 // count, pass_percent)
    assert not has_passed((needed - 1) * 100 // count, pass_percent)


@pytest.mark.parametrize(
    ("typed", "is_taken"),
    [
        ("genai", True),
        (" Genai ", True),
        ("GENEI!", True),
        ("“genai”", True),
        ("ｇｅｎａｉ", True),
        ("gena", False),
        ("genai genei", False),
        ("", False),
        (" . ", False),
    ],
)
def test_spellings_of_one_word(typed, is_taken):
    question = made(0, QuestionKind.SHORT, [], ["genai", "genei"])
    assert is_right(question, [typed]) is is_taken


@pytest.mark.parametrize("typed", ["Jum’at", "jum'at", "JUM\u02bcAT", "jum‘at."])
def test_signs_of_phones_count_as_those_of_keyboards(typed):
    assert is_right(made(0, QuestionKind.SHORT, [], ["Jum'at"]), [typed])


def test_a_percentage_is_rounded_down_so_that_99_is_not_100():
    quiz = [made(number, QuestionKind.SHORT, [], ["ya"]) for number in range(3)]
    assert score(quiz, {"question-0": ["ya"], "question-1": ["ya"]}).percent == 66


def test_a_quiz_without_questions_cannot_be_scored():
    with pytest.raises(ValueError, match="at least one question"):
        score([], {})


def test_the_examples_in_the_docstrings_are_true():
    assert doctest.testmod(scoring).failed == 0
