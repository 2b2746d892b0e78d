"""Who of the office looks after a request."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from services.duty import clerks_of
from services.handling import acts
from services.models import ServiceRequest
from sites.models import User
from sites.team.members import name_of

from .desk import ActView


class ClerkField(forms.ModelChoiceField):
    def label_from_instance(self, person: User) -> str:
        return name_of(person)


class AssignForm(forms.Form):
    """Only who sees the request can look after it."""

    assignee = ClerkField(
        queryset=None,
        required=False,
        empty_label=gettext_lazy("Nobody yet"),
        label=gettext_lazy("Looked after by"),
    )

    def __init__(self, found: ServiceRequest, data=None):
        super().__init__(data, initial={"assignee": found.assignee_id})
        clerks = clerks_of(found.village).order_by("first_name", "last_name", "email")
        self.fields["assignee"].queryset = clerks


class AssignView(ActView):
    def act(self) -> None:
        form = AssignForm(self.found, self.request.POST)
        if not form.is_valid():
            message = _("This person does not look after requests of your village. Choose once more.")
            messages.error(self.request, message)
            return
        person = form.cleaned_data["assignee"]
        acts.assign(self.found, person, self.request.user)
        self.note("assign")
        if person is None:
            messages.success(self.request, _("Nobody looks after this request now."))
        else:
            messages.success(self.request, _("%(person)s looks after it now.") % {"person": name_of(person)})
