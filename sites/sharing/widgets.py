"""Choices that know how many villages each of them reaches."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import ngettext


class Counted:
    """Says behind each label how many villages that is, and tells the script of the form."""

    def __init__(self, numbers: Mapping[str, int], named: bool = True, **kwargs):
        super().__init__(**kwargs)
        self.numbers, self.named = numbers, named

    def create_option(self, name, value, label, *args, **kwargs):
        number = self.numbers.get(value)
        if number is not None and self.named:
            label = with_number(label, number)
        option = super().create_option(name, value, label, *args, **kwargs)
        option["attrs"]["data-villages"] = number or 0
        return option

    class Media:
        js = ["js/audience.js"]


# Named like Django's: the admin's looks go by the name of the class.
class RadioSelect(Counted, forms.RadioSelect):
    pass


class CheckboxSelectMultiple(Counted, forms.CheckboxSelectMultiple):
    pass


def with_number(label: str, number: int) -> str:
    villages = ngettext("%(number)d village", "%(number)d villages", number) % {"number": number}
    return f"{label} · {villages}"
