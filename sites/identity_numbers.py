"""Numbers of people that nobody shall type into a form here: NIK and KK, both of 16 digits."""

import re
from collections.abc import Iterator

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

DIGITS = 16
# Digits as people write them: in one piece, or in groups with something light between.
BETWEEN = r"[ \t\u00a0.\-/\u2010-\u2015\u200b-\u200d\u2060]{0,3}"
RUN = re.compile(rf"\d(?:{BETWEEN}\d)*")
# A day, with which so many digits come together easily: 27-11-2026 08.00-15.00.
DAY = re.compile(r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?!\d)")


def _is_number(run: str) -> bool:
    """Whether such digits are one number, or two in a row; or whether one group of them is."""
    for part in DAY.sub("|", run).split("|"):
        groups = [len(group) for group in re.findall(r"\d+", part)]
        if DIGITS in groups or sum(groups) in (DIGITS, 2 * DIGITS):
            return True
    return False


def holds_identity_number(text: str) -> bool:
    """Whether digits stand in a text that may be a NIK or the number of a family card."""
    return any(_is_number(run) for run in RUN.findall(text))


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
    return RUN.sub(lambda run: " " if _is_number(run[0]) else run[0], text)


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
