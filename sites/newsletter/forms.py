"""What readers are asked: an address, how often, and about what."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sites.identity_numbers import GuardedForm
from sites.languages import NAMES
from sites.mail_addresses import LONGEST, NO_ADDRESS, validate_writable
from sites.models import Frequency, Subscription
from sites.publications import kinds

from .spelling import suggest


class WishesForm(GuardedForm):
    """How often and about what; nothing ticked stands for everything."""

    frequency = forms.ChoiceField(
        label=_("How often?"), choices=Frequency, initial=Frequency.WEEKLY, widget=forms.RadioSelect
    )
    kinds = forms.MultipleChoiceField(
        label=_("About what?"),
        help_text=_("Tick nothing to get everything."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["kinds"].choices = list(kinds().items())


class SignUpForm(WishesForm):
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=LONGEST,
        validators=[validate_writable],
        widget=forms.EmailInput({"autocomplete": "email", "inputmode": "email"}),
        error_messages={"invalid": NO_ADDRESS},
    )
    # For programs that fill in everything; people never see it.
    website = forms.CharField(
        required=False, widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"})
    )

    field_order = ["email", "spelling", "frequency", "kinds", "website"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        typed = str(self.data.get("email", "")).strip()
        if typed and (meant := suggest(typed)):
            self.fields["spelling"] = forms.ChoiceField(
                label=_("Which address is right?"),
                help_text=_("The part behind the @ looks like a typing mistake."),
                choices=[(meant, meant), (typed, typed)],
                widget=forms.RadioSelect,
                validators=[validate_writable],
                error_messages={"required": _("Choose one of the two, then send the form again.")},
            )
            self.order_fields(self.field_order)

    @property
    def shown(self) -> list:
        """The fields that people fill in."""
        return [field for field in self if field.name != "website"]

    @property
    def is_of_a_program(self) -> bool:
        return bool(self.data.get("website"))

    def clean(self) -> dict:
        cleaned = super().clean()
        if chosen := cleaned.get("spelling"):
            cleaned["email"] = chosen
        return cleaned


class PreferencesForm(WishesForm):
    """The wishes of somebody who reads already; the language is asked where the site shows several."""

    def __init__(self, *args, subscription: Subscription, languages: list[str], **kwargs):
        initial = {"frequency": subscription.frequency, "kinds": subscription.kinds}
        super().__init__(*args, initial=initial | {"language": subscription.language}, **kwargs)
        if len(languages) > 1:
            self.fields["language"] = forms.ChoiceField(
                label=_("In which language?"),
                choices=[(code, NAMES[code]) for code in languages],
                widget=forms.RadioSelect,
            )

    def save(self, subscription: Subscription) -> bool:
        """Keep what was chosen; False if the subscriber has been erased meanwhile."""
        return bool(Subscription.objects.filter(pk=subscription.pk).update(**self.cleaned_data))
