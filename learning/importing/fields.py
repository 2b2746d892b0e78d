"""One row of a table, or one object of a JSON file: takes out its fields, and notes what is wrong."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from .drafts import Problem, Texts
from .words import choice_of, names_of, yes_or_no

LANGUAGES = ("id", "en")


class Fields:
    """`names` gives what a field is called in this kind of file; other fields go by their own name."""

    def __init__(self, place: str, values: Mapping, problems: list[Problem], names: Mapping[str, str]):
        self.place, self.values, self.problems, self.names = place, values, problems, names

    def complain(self, name: str, message: str) -> None:
        self.problems.append(Problem(self.place, self.names.get(name, name), message))

    def raw(self, name: str) -> object:
        value = self.values.get(self.names.get(name, name))
        return value.strip() if isinstance(value, str) else value

    def text(self, name: str, longest: int, is_needed: bool = False) -> Texts:
        """In each language that it is in; a plain text is Indonesian."""
        texts = self.texts_of(name, self.raw(name), longest)
        if is_needed and not texts.get("id"):
            self.complain(name, _("Something must be written here."))
        return texts

    def texts_of(self, name: str, value: object, longest: int) -> Texts:
        if isinstance(value, Mapping):
            given = {language: value.get(language) for language in LANGUAGES}
        elif isinstance(value, list):
            given = {"id": "\n".join(map(str, value))}
        else:
            given = {"id": value}
        texts = {language: written(text) for language, text in given.items() if text not in (None, "")}
        for text in texts.values():
            if len(text) > longest:
                message = _("This is too long: %(length)d characters, and %(longest)d are allowed.")
                self.complain(name, message % {"length": len(text), "longest": longest})
            elif not _can_be_stored(text):
                self.complain(name, _("This holds a character that can't be stored."))
        return texts

    def number(self, name: str, least: int, most: int, default: int | None) -> int | None:
        value = self.raw(name)
        if value in (None, ""):
            if default is None:
                self.complain(name, _("Something must be written here."))
            return default
        number = whole(value)
        if number is None or not least <= number <= most:
            message = _("Write a whole number from %(least)d to %(most)d.")
            self.complain(name, message % {"least": least, "most": most})
            return default
        return number

    def choice(self, name: str, choices: Iterable, default: str) -> str:
        value = self.raw(name)
        if value in (None, ""):
            return default
        found = choice_of(str(value), choices)
        if found is None:
            message = _("“%(word)s” is not known here. Write one of these: %(names)s.")
            self.complain(name, message % {"word": str(value)[:60], "names": names_of(choices)})
        return found or default

    def yes(self, name: str, default: bool = False) -> bool:
        value = self.raw(name)
        if value is None:
            return default
        found = yes_or_no(value)
        if found is None:
            self.complain(name, _("Write yes or no."))
        return bool(found)


def _can_be_stored(text: str) -> bool:
    """JSON can write halves of a letter that no database takes."""
    return "\x00" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def written(value: object) -> str:
    """A number of a spreadsheet as somebody wrote it: 3 and not 3.0."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).replace("\r\n", "\n").strip()


def whole(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    try:
        return int(str(value).strip())
    except ValueError:
        return None
