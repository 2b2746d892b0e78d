"""From the fields of a file to courses, lessons and questions; the same for tables and for JSON."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from learning.blocks.lessons import LONGEST_LESSON_MINUTES
from learning.blocks.questions import LONGEST_CHOICE, LONGEST_QUESTION, LONGEST_REASON, MOST_CHOICES
from learning.choices import Audience, Level, Licence, Theme
from learning.questions import QuestionKind
from sites.spoken import SpokenLanguage

from .drafts import AnswerDraft, CourseDraft, LessonDraft, QuestionDraft, Texts
from .fields import Fields
from .words import KINDS, kind_of

LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_LESSON = 120, 300, 20_000
MOST_LESSONS = 60
# Texts of a course with their limits; its title is asked for by itself.
TEXTS = {"summary": 255, "intended_for": 160, "outcomes": 1200, "author": 160, "sources": 2000}


def course_of(fields: Fields) -> CourseDraft:
    texts = {"title": fields.text("title", LONGEST_TITLE, is_needed=True)}
    texts |= {name: fields.text(name, longest) for name, longest in TEXTS.items()}
    values = {
        "theme": fields.choice("theme", Theme, Theme.OTHER),
        "level": fields.choice("level", Level, Level.BEGINNER),
        "learners": fields.choice("learners", Audience, Audience.EVERYBODY),
        "language": fields.choice("language", SpokenLanguage, ""),
        "licence": fields.choice("licence", Licence, Licence.BY_SA),
        "pass_percent": fields.number("pass_percent", 1, 100, 70),
        "gives_certificate": fields.yes("gives_certificate"),
    }
    return CourseDraft(fields.place, texts, values)


def lesson_of(fields: Fields) -> LessonDraft:
    return LessonDraft(
        fields.place,
        fields.number("order", 1, MOST_LESSONS, None) or 0,
        fields.text("title", LONGEST_TITLE, is_needed=True),
        fields.text("summary", LONGEST_SUMMARY),
        fields.text("text", LONGEST_LESSON),
        fields.number("minutes", 1, LONGEST_LESSON_MINUTES, 10),
    )


def question_of(fields: Fields, answers: list[Texts], right_of: Callable) -> QuestionDraft:
    """`right_of(fields)` says which of the answers are right, as positions from 0 on."""
    kind = _kind(fields)
    text = fields.text("question", LONGEST_QUESTION, is_needed=True)
    explanation = fields.text("explanation", LONGEST_REASON)
    _count(fields, answers)
    question = QuestionDraft(
        fields.place, kind, text, [AnswerDraft(answer) for answer in answers], explanation
    )
    if kind == QuestionKind.TRUE_FALSE:
        question.is_true = _stated(fields)
    elif kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE):
        for place in right_of(fields):
            if 0 <= place < len(answers):
                question.answers[place].is_right = True
            else:
                fields.complain("right", _("There is no answer with this number."))
    return question


def _kind(fields: Fields) -> QuestionKind:
    word = fields.raw("kind")
    if word in (None, ""):
        return QuestionKind.SINGLE
    kind = kind_of(str(word))
    if kind is None:
        names = ", ".join(words[0] for words in KINDS.values())
        message = _("“%(word)s” is not known here. Write one of these: %(names)s.")
        fields.complain("kind", message % {"word": str(word)[:60], "names": names})
    return kind or QuestionKind.SINGLE


def _stated(fields: Fields) -> bool:
    if fields.raw("right") in (None, ""):
        fields.complain("right", _("Write whether the statement is true."))
        return False
    return fields.yes("right")


def _count(fields: Fields, answers: list[Texts]) -> None:
    if len(answers) > MOST_CHOICES:
        message = _("These are %(number)d answers, and %(most)d are allowed.")
        fields.complain("answers", message % {"number": len(answers), "most": MOST_CHOICES})
    for number, answer in enumerate(answers, start=1):
        if not answer.get("id"):
            fields.complain("answers", _("Answer %(number)d is empty.") % {"number": number})


def answers_of(fields: Fields, values: list) -> list[Texts]:
    return [fields.texts_of("answers", value, LONGEST_CHOICE) for value in values]
