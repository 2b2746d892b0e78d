"""Forms of the team: an address and a role, nothing else is read from what is sent."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sites.mail_addresses import NO_ADDRESS
from sites.models import Role


class RoleForm(forms.Form):
    role = forms.ChoiceField(
        label=_("Role"),
        choices=Role.choices,
        initial=Role.CONTRIBUTOR,
        widget=forms.RadioSelect,
        help_text=_(
            "An admin writes, publishes, changes the settings of the site and looks after the team. "
            "A contributor writes, and an admin publishes it."
        ),
    )


class InvitationForm(RoleForm):
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("The person's own address, not one that several people read."),
        error_messages={"invalid": NO_ADDRESS},
    )
    field_order = ["email", "role"]
