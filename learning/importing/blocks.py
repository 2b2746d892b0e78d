"""Lessons and questions of a file as the blocks of a course; they have the same keys in each language."""

from collections.abc import Iterator
from uuid import uuid4

from django.utils.html import escape

from learning.questions import QuestionKind

from .drafts import AnswerDraft, CourseDraft, LessonDraft, QuestionDraft, Texts


def lesson_blocks(course: CourseDraft, language: str) -> list[dict]:
    return [_block("lesson", lesson.key, _lesson(lesson, language)) for lesson in course.lessons]


def question_blocks(course: CourseDraft, language: str) -> list[dict]:
    return [
        _block(str(question.kind), question.key, _question(question, language))
        for question in course.questions
    ]


def said(texts: Texts, language: str) -> str:
    """In a language, or else in Indonesian: names and numbers are often the same."""
    return texts.get(language) or texts.get("id", "")


def _block(kind: str, key, value) -> dict:
    return {"type": kind, "id": str(key), "value": value}


def _lesson(lesson: LessonDraft, language: str) -> dict:
    """Where a text has no translation, its summary in that language stands for it."""
    text = lesson.text.get(language) or (lesson.summary.get(language, "") if language != "id" else "")
    body = [_block("paragraph", uuid4(), html_of(text))] if text else []
    return {
        "title": said(lesson.title, language),
        "slug": "",
        "summary": lesson.summary.get(language, ""),
        "minutes": lesson.minutes,
        "body": body,
    }


def html_of(text: str) -> str:
    """Paragraphs as the editor would write them; whatever looks like a tag is text."""
    paragraphs = (part.strip() for part in text.split("\n\n"))
    return "".join(f"<p>{escape(part).replace(chr(10), '<br/>')}</p>" for part in paragraphs if part)


def _question(question: QuestionDraft, language: str) -> dict:
    value = {"text": said(question.text, language), "picture": None}
    value["explanation"] = said(question.explanation, language)
    match question.kind:
        case QuestionKind.TRUE_FALSE:
            value["is_true"] = question.is_true
        case QuestionKind.ORDERING:
            value["items"] = list(_items(question.answers, lambda answer: said(answer.text, language)))
        case QuestionKind.SHORT:
            value["spellings"] = list(_items(question.answers, lambda answer: said(answer.text, language)))
        case _:
            value["choices"] = list(_items(question.answers, lambda answer: _choice(answer, language)))
    return value


def _choice(answer: AnswerDraft, language: str) -> dict:
    return {"text": said(answer.text, language), "is_right": answer.is_right, "reason": ""}


def _items(answers: list[AnswerDraft], value_of) -> Iterator[dict]:
    return (_block("item", answer.key, value_of(answer)) for answer in answers)
