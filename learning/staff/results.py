"""What has come of one course, in numbers and as a plot."""

from datetime import date

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from learning.models import Certificate

from . import figures
from .desk import AtDesk, DeskPage
from .plot import plot_of

USUAL_MONTHS = "12"


class PeriodForm(forms.Form):
    months = forms.ChoiceField(
        label=_("Period"),
        choices=[("3", _("3 months")), ("12", _("12 months")), ("24", _("24 months"))],
        required=False,
    )

    def months_asked(self) -> int:
        asked = self.cleaned_data.get("months") if self.is_valid() else ""
        return int(asked or USUAL_MONTHS)


class OverPeriod(AtDesk):
    """Figures of one course over the months that the query asks for."""

    @cached_property
    def period_form(self) -> PeriodForm:
        return PeriodForm({"months": self.request.GET.get("months") or USUAL_MONTHS})

    @cached_property
    def first_day(self) -> date:
        return figures.first_month(self.period_form.months_asked())

    @property
    def is_for_villages(self) -> bool:
        """Whether villages show it: only what offices and the regency publish is taken elsewhere."""
        return bool(self.course.audience)


class ResultsView(OverPeriod, DeskPage, TemplateView):
    template_name = "learning/admin/results.html"
    page_title = _("Results")

    def get_breadcrumbs_items(self) -> list[dict]:
        # It is the page of the course itself.
        return super().get_breadcrumbs_items()[:-1]

    def get_context_data(self, **kwargs) -> dict:
        months = figures.by_month(self.course, self.first_day)
        return super().get_context_data(
            period_form=self.period_form,
            months=dict(reversed(months.items())),
            first_month=self.first_day,
            last_month=list(months)[-1],
            total=figures.total(months.values()),
            plot=plot_of(months),
            questions=figures.by_question(self.course, self.first_day),
            places=figures.by_place(self.course, self.first_day) if self.is_for_villages else None,
            certified=Certificate.objects.of(self.course).count(),
            **kwargs,
        )
