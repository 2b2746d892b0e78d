"""Practice inside the text of a lesson: checked at once, and kept nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.http import HttpRequest

from learning.blocks import question_of
from learning.questions import Question, QuestionKind
from sites.media.renditions import prefetch_renditions

from .answers import read_answer

if TYPE_CHECKING:
    from learning.lessons import Lesson


def practised(lesson: Lesson, request: HttpRequest) -> dict:
    """Context of a lesson's page for its practice: what was answered to the question that was sent, if any.

    Fetches the pictures of all of them at once.
    """
    questions = list(_practice_in(lesson))
    prefetch_renditions({id(q.picture): q.picture for q in questions}.values())
    sent = request.POST.get("practice", "") if request.method == "POST" else ""
    return {"practised": {q.key: read_answer(q, request.POST) for q in questions if q.key == sent}}


def _practice_in(lesson: Lesson) -> Iterator[Question]:
    return (question_of(block) for block in lesson.body if block.block_type in set(QuestionKind))
