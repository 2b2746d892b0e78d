"""Forms of readers that need neither log-in nor cookie, and yet are sent once, by people, and lately opened.

A form carries unseen for what it is, when it was opened, and a key of its own, all signed. By the key a form
that is sent twice is taken once; by the time we know forms that programs send at once, and those of a page
that somebody kept.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID, uuid4, uuid5

from django import forms
from django.core import signing
from django.utils import timezone
from django.utils.translation import gettext

from sites.identity_numbers import GuardedForm

# Nobody reads and fills in a form faster.
LEAST_AGE = timedelta(seconds=3)
# What the form is about may have changed since; who sends an older one looks at it once more.
MOST_AGE = timedelta(days=2)


class Seal(NamedTuple):
    key: UUID
    opened_at: datetime

    @property
    def age(self) -> timedelta:
        return timezone.now() - self.opened_at


def _signer(purpose: str) -> signing.Signer:
    return signing.Signer(salt=f"form.{purpose}", sep=".")


def make_seal(purpose: str, key: UUID | None = None, opened_at: datetime | None = None) -> str:
    """`purpose` names the form and what it is about, such as "registration-12"."""
    seconds = int((opened_at or timezone.now()).timestamp())
    return _signer(purpose).sign(f"{(key or uuid4()).hex}-{seconds}")


def read_seal(purpose: str, text: str) -> Seal | None:
    """None where it is missing, forged or of another form."""
    try:
        key, _dash, seconds = _signer(purpose).unsign(text).partition("-")
        return Seal(UUID(key), datetime.fromtimestamp(int(seconds), timezone.get_current_timezone()))
    except (signing.BadSignature, ValueError):
        return None


class SealedForm(GuardedForm):
    """Stands before the form with the questions. `longest_answer` cuts what can only be an attack."""

    longest_answer = 500

    # For programs that fill in everything; people never see it.
    website = forms.CharField(
        required=False, widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"})
    )
    seal = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, purpose: str, data: Mapping[str, str] | None = None, **kwargs):
        self.purpose = purpose
        if data is not None:
            data = self.cut(data)
        super().__init__(data, label_suffix="", initial={"seal": make_seal(purpose)}, **kwargs)

    def cut(self, data: Mapping[str, str]) -> dict[str, str]:
        """What was sent for the questions of this form, each answer no longer than an answer may be."""
        return {name: data.get(name, "")[: self.longest_answer] for name in self.base_fields}

    @property
    def shown(self) -> list[forms.BoundField]:
        """The fields that people fill in."""
        return [field for field in self if field.name not in {"website", "seal"}]

    @property
    def opened(self) -> Seal | None:
        return read_seal(self.purpose, self.data.get("seal", ""))

    @property
    def key_with_answers(self) -> UUID:
        """The same for what was sent twice, and another for what somebody went back to and wrote anew."""
        typed = [str(self.data.get(field.html_name, "")) for field in self.shown]
        return uuid5(self.opened.key, "\0".join(typed))

    def renew(self) -> None:
        """Let the form that comes back be one that was just opened, with all that was typed."""
        self.data |= {"seal": make_seal(self.purpose), "website": ""}

    def complaint(self) -> str:
        """Why a form that is filled in well is to be sent once more; empty where nothing is against it."""
        opened = self.opened
        if self.data.get("website"):
            self.renew()
            return gettext(
                "A field was filled in that people do not see. Look at the form, and send it again."
            )
        if opened is None or opened.age > MOST_AGE:
            self.renew()
            return gettext("This form was opened some days ago. See whether all is right, and send it again.")
        if opened.age < LEAST_AGE:
            return gettext("That was very fast. See whether all is right, and send the form again.")
        return ""
