"""Numbers of people that nobody shall type into a form here: NIK and KK, both of 16 digits."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

DIGITS = 16
# As people write them: in one piece, or in groups.
NUMBER = re.compile(rf"(?<!\d)\d(?:[ .\-/]?\d){{{DIGITS - 1}}}(?![ .\-/]?\d)")


def holds_identity_number(text: str) -> bool:
    """Whether digits stand in a text that may be a NIK or the number of a family card."""
    return NUMBER.search(text) is not None


def refuse_identity_number(text: str) -> None:
    """Raise `ValidationError`, with a kind word for who typed it, where a text holds such a number."""
    if holds_identity_number(text):
        raise ValidationError(
            gettext(
                "This looks like a NIK or the number of a family card (KK). Please take it out: it is never "
                "needed here, and it is safer with you. Show your KTP at the office if you are asked for it."
            ),
            code="identity_number",
        )
