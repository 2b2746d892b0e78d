"""Whom to call or write to."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from sites import phones


class PhoneBlock(blocks.CharBlock):
    """A telephone number, kept in its international form."""

    def clean(self, value):
        value = super().clean(value)
        if not value:
            return value
        try:
            return phones.standard_form(value)
        except ValueError as error:
            raise ValidationError(
                _("This is not a telephone number. Write 10 to 13 digits, for example 0812 3456 7890.")
            ) from error

    class Meta:
        icon = "mobile-alt"


class ContactBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name or office"), max_length=120)
    role = blocks.CharBlock(label=_("Task"), max_length=120, required=False)
    phone = PhoneBlock(label=_("Telephone"), required=False)
    whatsapp = PhoneBlock(
        label=_("WhatsApp number"),
        required=False,
        help_text=_("Use an office number: everybody can read it."),
    )

    class Meta:
        icon = "user"
        label = _("Contact")
        description = _("A person or an office, with telephone and WhatsApp.")
        template = "blocks/contact.html"
