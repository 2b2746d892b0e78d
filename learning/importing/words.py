"""Words that people write in a cell for what the editor lets them choose."""

from collections.abc import Iterable

from django.utils.translation import override

from learning.questions import QuestionKind

KINDS = {
    QuestionKind.SINGLE: ("satu jawaban", "pilihan tunggal", "single"),
    QuestionKind.MULTIPLE: ("beberapa jawaban", "pilihan jamak", "multiple"),
    QuestionKind.TRUE_FALSE: ("benar salah", "benar-salah", "benar/salah", "true false", "true_false"),
    QuestionKind.ORDERING: ("urutan", "urutkan", "ordering"),
    QuestionKind.SHORT: ("isian singkat", "isian", "short"),
}
YES = {"ya", "y", "benar", "betul", "yes", "true", "1", "x"}
NO = {"", "tidak", "t", "salah", "no", "false", "0", "-"}


def plain(word: object) -> str:
    return " ".join(str(word).casefold().split())


def kind_of(word: str) -> QuestionKind | None:
    return next((kind for kind, words in KINDS.items() if plain(word) in words), None)


def choice_of(word: str, choices: Iterable) -> str | None:
    """The value of one of some choices, by its key or by what it is called in either language."""
    for choice in choices:
        names = {plain(choice.value)}
        for language in ("id", "en"):
            with override(language):
                names.add(plain(choice.label))
        if plain(word) in names:
            return choice.value
    return None


def names_of(choices: Iterable) -> str:
    """What may be written, for a complaint and for the template."""
    return ", ".join(str(choice.label) for choice in choices)


def yes_or_no(word: object) -> bool | None:
    word = plain(word)
    return True if word in YES else False if word in NO else None
