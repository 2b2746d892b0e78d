"""The two forms about certificates: the name that stands on one, and the code to be checked."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy

from learning.models.certificates import LONGEST_NAME
from sites.drawing.lettering import letters
from sites.identity_numbers import GuardedForm
from sites.names import clean_name

from .codes import read_code

LONGEST_CODE = 60  # with all the spaces that somebody types
TOO_LONG = gettext_lazy("This is too long: write %(limit_value)d letters at most.")


class ClaimForm(GuardedForm):
    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=LONGEST_NAME,
        help_text=gettext_lazy("As it should stand on the certificate. It can't be changed later."),
        error_messages={"required": gettext_lazy("Write your name."), "max_length": TOO_LONG},
        widget=forms.TextInput({"autocomplete": "name"}),
    )

    def clean_name(self) -> str:
        name = clean_name(self.cleaned_data["name"])
        if missing := unprintable(name):
            text = gettext(
                "The certificate can't print these letters: %(letters)s. Write the name without them."
            )
            raise ValidationError(text % {"letters": " ".join(missing)}, code="unprintable")
        return name


class CodeForm(GuardedForm):
    code = forms.CharField(
        label=gettext_lazy("Code of the certificate"),
        max_length=LONGEST_CODE,
        help_text=gettext_lazy("12 letters and digits, such as K7MQ-4XPA-09TZ. Spaces don't matter."),
        error_messages={"required": gettext_lazy("Write the code that stands on the certificate.")},
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}),
    )

    def clean_code(self) -> str:
        code = read_code(self.cleaned_data["code"])
        if code is None:
            raise ValidationError(gettext("A code has 12 letters and digits. Look at it once more."))
        return code


def unprintable(name: str) -> list[str]:
    """Each letter of a name that the font lacks, with the marks on it, once."""
    found: dict[str, None] = {}
    for sign in name:
        if sign in letters():
            continue
        # A mark alone can't be read.
        found["◌" + sign if unicodedata.category(sign)[0] == "M" else sign] = None
    return list(found)
