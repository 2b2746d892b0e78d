"""Numbers of people that nobody shall type into a form here: NIK and KK, both of 16 digits."""

import re
from collections.abc import Iterator

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

DIGITS = 16
# As people write them: in one piece, or in groups.
BETWEEN = r"[ \t\u00a0.\-/]?"
NUMBER = re.compile(rf"(?<!\d)\d(?:{BETWEEN}\d){{{DIGITS - 1}}}(?!{BETWEEN}\d)")


def holds_identity_number(text: str) -> bool:
    """Whether digits stand in a text that may be a NIK or the number of a family card."""
    return NUMBER.search(text) is not None


def kind_word() -> str:
    """What is said to who typed such a number."""
    return gettext(
        "This looks like a NIK or the number of a family card (KK). Please take it out: it is never "
        "needed here, and it is safer with you. Show your KTP at the office if you are asked for it."
    )


def refuse_identity_number(text: str) -> None:
    """Raise `ValidationError`, with a kind word for who typed it, where a text holds such a number."""
    if holds_identity_number(text):
        raise ValidationError(kind_word(), code="identity_number")


def without_identity_numbers(text: str) -> str:
    """The text with such numbers left out: of words to search for, the others still count."""
    return NUMBER.sub(" ", text)


class GuardedForm(forms.Form):
    """A form of readers that catches such a number in whatever field it was typed into."""

    # What people don't see.
    unguarded: frozenset[str] = frozenset({"website"})

    def full_clean(self) -> None:
        super().full_clean()
        for name in self._with_identity_numbers():
            # It takes the place of what else would be said: of a telephone number, for example.
            self._errors.pop(name, None)
            try:
                refuse_identity_number(self.data[self.add_prefix(name)])
            except ValidationError as refusal:
                self.add_error(name, refusal)

    def _with_identity_numbers(self) -> Iterator[str]:
        """Names of the fields that people write into and that hold one."""
        if self.is_bound:
            shown = {name for name, field in self.fields.items() if not field.widget.is_hidden}
            sent = {name: str(self.data.get(self.add_prefix(name)) or "") for name in shown - self.unguarded}
            yield from (name for name, text in sent.items() if holds_identity_number(text))
