"""Who is at the counter on which day: readers see it, and whose account it names sees the requests."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from services.duty import accounts_to_tell, team_of
from services.models import DutyShift
from sites.opening_hours import DAY_CHOICES
from sites.team.members import name_of

from .rows import DeleteRowView, RowFormView, RowsOf


class ShiftForm(forms.ModelForm):
    class Meta:
        model = DutyShift
        fields = ("day", "shown_as", "shown_as_en", "user")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        team = team_of(self.instance.village).order_by("first_name", "last_name", "email")
        self.fields["user"].queryset = team
        self.fields["user"].label_from_instance = name_of
        self.fields["user"].empty_label = _("No account")
        self.fields["user"].help_text = _(
            "Somebody of your team. They then see all requests of your village, with names and contacts."
        )


class OfShifts(RowsOf):
    form_class = ShiftForm
    url_name, row_name, action = "roster", "shift", "change_roster"
    list_title = gettext_lazy("Who is on duty")
    add_title = gettext_lazy("Add a shift")
    explanation = gettext_lazy(
        "Who is at the counter on each day of the week. Readers see the position or name; the account gets "
        "an e-mail about new requests."
    )


class RosterView(OfShifts, TemplateView):
    template_name = "services/admin/roster.html"
    page_title = OfShifts.list_title

    def get_context_data(self, **kwargs) -> dict:
        shifts = list(self.rows.select_related("user"))
        days = [
            (label, [(shift, self.own_url("shift", shift.pk)) for shift in shifts if shift.day == day])
            for day, label in DAY_CHOICES
        ]
        told = accounts_to_tell(self.village)
        return super().get_context_data(days=days, told=told, add_url=self.own_url("add_shift"), **kwargs)


class ShiftView(OfShifts, RowFormView):
    pass


class DeleteShiftView(OfShifts, DeleteRowView):
    pass
