"""A question inside the text of a lesson, as its block prints it."""

from learning.questions import Question

from .answers import NO_ANSWER, Answer
from .sights import QuestionSight, asked, check, solution_of


def practice_sight(question: Question, context: dict) -> QuestionSight:
    """A question as its block prints it, with the verdict where the page answers to it."""
    lesson = context["lesson"]
    answer: Answer = context.get("practised", {}).get(question.key, NO_ANSWER)
    # Mixed the same way each time, so that a page that was kept still fits what is sent.
    sight = asked(question, lesson.key, lesson.course.shuffles, answer)
    sight.solution = solution_of(question)
    return check(sight, question, answer) if answer is not NO_ANSWER and not answer.fault else sight
