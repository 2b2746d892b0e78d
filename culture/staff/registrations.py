"""Who is registered for a class: the list, its filters, and finding somebody by name or code."""

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from culture.models import Registration
from culture.states import AgeGroup, RegistrationState
from sites import phones
from sites.admin.columns import STACKED, MomentColumn, TextColumn
from sites.admin.finding import FoundByForm

from .desk import NAMESPACE, AtDesk, DeskPage

ALL = [("", _("All"))]


class NarrowForm(forms.Form):
    """What of the list is shown; it stands in the address, and names nobody."""

    state = forms.ChoiceField(label=_("State"), choices=[*ALL, *RegistrationState.choices], required=False)
    age = forms.ChoiceField(label=_("Age"), choices=[*ALL, *AgeGroup.choices], required=False)

    def narrow(self, rows):
        # What is no choice at all narrows nothing.
        chosen = self.cleaned_data if self.is_valid() else {}
        rows = rows.filter(state=chosen["state"]) if chosen.get("state") else rows
        return rows.filter(age_group=chosen["age"]) if chosen.get("age") else rows


class FindForm(forms.Form):
    words = forms.CharField(
        label=_("Find a name or a code"),
        max_length=80,
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def find(self, rows):
        words = self.cleaned_data["words"]
        code = "".join(words.upper().split()).replace("-", "")
        by_name = Q(name__icontains=words) | Q(guardian_name__icontains=words)
        return rows.filter(by_name | Q(code=f"{code[:3]}-{code[3:]}"))


def contact_of(registration: Registration) -> str:
    numbers = [phones.readable(registration.whatsapp)] if registration.whatsapp else []
    return ", ".join([*numbers, *([registration.email] if registration.email else [])])


def state_text(registration: Registration) -> str:
    """Who waits is told their place by the ticket; staff read the same one."""
    if registration.queue_place is None:
        return registration.get_state_display()
    return gettext("Waiting list, place %(queue_place)s") % {"queue_place": registration.queue_place}


class PersonColumn(TitleColumn):
    """The name leads to the person; below it stands the guardian of who is under age."""

    cell_template_name = "culture/admin/person_cell.html"


class ActColumn(BaseColumn):
    """Moves somebody up, and leads to what is to be told."""

    cell_template_name = "culture/admin/act_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        # A cell knows nothing of its page but the request.
        token = get_token(parent_context["request"])
        return super().get_cell_context_data(instance, parent_context) | {"csrf_token": token}


class RegistrationsView(AtDesk, DeskPage, FoundByForm, BaseListingView):
    model = Registration
    find_form_class = FindForm
    template_name = "culture/admin/registrations.html"
    page_title = _("Registrations")
    paginate_by = 50
    verbose_name_plural = Registration._meta.verbose_name_plural
    table_classname = STACKED
    columns = [
        PersonColumn(
            "name",
            label=_("Name"),
            classname="title",
            get_url=lambda row: reverse(f"{NAMESPACE}:person", args=[row.class_page_id, row.pk]),
        ),
        TextColumn("code", label=_("Code")),
        TextColumn("state", label=_("State"), accessor=state_text),
        TextColumn("age", label=_("Age"), accessor="get_age_group_display"),
        TextColumn("contact", label=_("Contact"), accessor=contact_of, classname="whole-address"),
        MomentColumn("created_at", label=_("Registered")),
        ActColumn("acts", label=""),
    ]

    def get_index_url(self) -> str:
        return self.url_of("registrations")

    def get_breadcrumbs_items(self) -> list[dict]:
        # The list is the page of the class itself.
        return super().get_breadcrumbs_items()[:-1]

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.note("search" if self.is_finding else "look")
        return super().get(request, *args, **kwargs)

    @cached_property
    def narrow_form(self) -> NarrowForm:
        return NarrowForm(self.request.GET)

    def get_base_queryset(self):
        rows = self.class_page.registrations.with_open_notices().with_queue_place().in_list_order()
        return self.find_form.find(rows) if self.is_finding else self.narrow_form.narrow(rows)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {"narrow_form": self.narrow_form}

    @property
    def no_results_message(self):
        if self.is_finding:
            return _("Nobody in this class has such a name or code.")
        if self.narrow_form.changed_data:
            return _("Nobody fits what you chose.")
        return _("Nobody is registered yet.")
