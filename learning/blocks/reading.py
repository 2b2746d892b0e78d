"""From the blocks of a stream to plain questions."""

from django.utils.translation import gettext

from learning.questions import FALSE, TRUE, Choice, Question, QuestionKind


def question_of(block) -> Question:
    """Make a plain question of a block of `QuestionsBlock`, by its kind."""
    return question_from(block.block_type, block.id, block.value)


def question_from(kind: str, key: str, value) -> Question:
    kind = QuestionKind(kind)
    choices, right = READERS[kind](value)
    return Question(
        key=str(key),
        kind=kind,
        text=value["text"],
        choices=tuple(choices),
        right=tuple(right),
        explanation=value["explanation"],
        picture=value["picture"],
    )


def _chosen(value) -> tuple[list, list]:
    items = value["choices"].bound_blocks
    choices = [Choice(str(item.id), item.value["text"], item.value["reason"]) for item in items]
    return choices, [str(item.id) for item in items if item.value["is_right"]]


def _stated(value) -> tuple[list, list]:
    choices = [Choice(TRUE, gettext("True")), Choice(FALSE, gettext("False"))]
    return choices, [TRUE if value["is_true"] else FALSE]


def _ordered(value) -> tuple[list, list]:
    choices = [Choice(str(item.id), item.value) for item in value["items"].bound_blocks]
    return choices, [choice.key for choice in choices]


def _typed(value) -> tuple[list, list]:
    return [], list(value["spellings"])


READERS = {
    QuestionKind.SINGLE: _chosen,
    QuestionKind.MULTIPLE: _chosen,
    QuestionKind.TRUE_FALSE: _stated,
    QuestionKind.ORDERING: _ordered,
    QuestionKind.SHORT: _typed,
}
