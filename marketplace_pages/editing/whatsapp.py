"""A number for WhatsApp, in whatever form people write one; a landline can't have WhatsApp for orders."""

import re

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from phonenumbers import PhoneNumberType

from sites.phones import parse

MOBILE = {PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE, PhoneNumberType.PERSONAL_NUMBER}
# A chat's link, as it is copied from WhatsApp itself.
CHAT_LINK = re.compile(
    r"^(?:https?://)?(?:wa\.me/|api\.whatsapp\.com/send\?phone=)\+?(\d+).*$", re.IGNORECASE
)
# "0062 812 …", as it is dialled from abroad.
FROM_ABROAD = re.compile(r"^\(?00\s?(?=62)")


def read_whatsapp(text: object) -> str:
    """Return the E.164 form of a mobile number. Raises `ValidationError` with the reason."""
    typed = FROM_ABROAD.sub("+", CHAT_LINK.sub(r"+\1", str(text).strip()))
    try:
        number = parse(typed)
    except ValueError as error:
        message = _("This is no telephone number. Write it like this: 0812-3456-7890.")
        raise ValidationError(message, code="no_number") from error
    kind = phonenumbers.number_type(number)
    if kind == PhoneNumberType.FIXED_LINE:
        message = _(
            "This is a landline, and orders go to a mobile phone. Write a number such as 0812-3456-7890."
        )
        raise ValidationError(message, code="landline")
    if kind not in MOBILE:
        message = _("No mobile phone has this number. Check its digits, for example 0812-3456-7890.")
        raise ValidationError(message, code="no_mobile")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


class WhatsAppFormField(forms.CharField):
    """Comes back as it was typed where it is wrong, and as the village dials it where it is right."""

    widget = forms.TextInput

    def widget_attrs(self, widget: forms.Widget) -> dict:
        return {"inputmode": "tel", "autocomplete": "off", "maxlength": "80"}

    def clean(self, value: object) -> str:
        text = super().clean(value)
        return read_whatsapp(text) if text else ""

    def has_changed(self, initial: object, data: object) -> bool:
        try:
            return str(initial or "") != self.clean(data)
        except ValidationError:
            return True
