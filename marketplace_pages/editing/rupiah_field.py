"""A price in whole rupiah that people type as they write it: "Rp 15.000,-"."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from marketplace_pages.prices import HIGHEST_PRICE, read_rupiah


class RupiahFormField(forms.Field):
    """Takes text, for a field of numbers would swallow "15.000" or make 15 of it."""

    widget = forms.TextInput
    default_error_messages = {
        "no_amount": _("This is no amount of money. Write it like this: 15.000."),
        "too_low": _("The price must be above zero. Leave it empty if there is none."),
        "too_high": _("This is too much. Write the price of one piece, in rupiah."),
    }

    def widget_attrs(self, widget: forms.Widget) -> dict:
        return {"inputmode": "numeric", "autocomplete": "off"}

    def to_python(self, value: object) -> int | None:
        text = str(value if value is not None else "").strip()
        if not text:
            return None
        if text.startswith(("-", "−", "Rp -", "Rp-")):
            raise ValidationError(self.error_messages["too_low"], code="too_low")
        try:
            rupiah = read_rupiah(text)
        except ValueError as error:
            raise ValidationError(self.error_messages["no_amount"], code="no_amount") from error
        if rupiah < 1:
            raise ValidationError(self.error_messages["too_low"], code="too_low")
        if rupiah > HIGHEST_PRICE:
            raise ValidationError(self.error_messages["too_high"], code="too_high")
        return rupiah

    def has_changed(self, initial: object, data: object) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class RupiahField(models.PositiveIntegerField):
    """To the database a number like any other."""

    def formfield(self, **kwargs):
        options = {
            "label": capfirst(self.verbose_name),
            "help_text": self.help_text,
            "required": not self.blank,
        }
        known = {name: value for name, value in kwargs.items() if name in {"widget", "required", "initial"}}
        return RupiahFormField(**{**options, **known})

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.PositiveIntegerField", args, kwargs
