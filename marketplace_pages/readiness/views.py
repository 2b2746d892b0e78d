"""The list of readiness: of one village, which answers what no website shows, and of all for the regency."""

from collections.abc import Iterator

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages

from marketplace_pages.models import ReadinessAnswer
from marketplace_pages.staff.desk import BesideDesk, OverVillages
from marketplace_pages.staff.own_showcases import OfShowcase, own_showcases
from sites.models import InstitutionIndexPage, User, Village
from sites.spreadsheets import CSV, Row, as_csv, download
from sites.tenancy import access_of, admin_villages_of, is_portal_staff

from .criteria import ANSWERED, REGISTER, REPORTED, Criterion
from .judging import Judgement, State, judge
from .seen import seen_in

LONGEST_NOTE = ReadinessAnswer._meta.get_field("note").max_length


def works_for_village(user: User) -> bool:
    """Whether somebody is of a village, or of portal staff; a producer looks after one business only."""
    access = access_of(user)
    return access.is_regency or bool(access.villages)


class AnswersForm(forms.Form):
    """A note for each criterion, and for some whether the village has it."""

    def __init__(self, *args, answers: dict[str, ReadinessAnswer], **kwargs):
        super().__init__(*args, **kwargs)
        for criterion in Criterion:
            answer = answers.get(criterion)
            if criterion in ANSWERED:
                label = gettext("%(criterion)s: we have it") % {"criterion": criterion.label}
                initial = bool(answer and answer.is_met)
                self.fields[f"{criterion}-is_met"] = forms.BooleanField(
                    label=label, required=False, initial=initial
                )
            self.fields[f"{criterion}-note"] = forms.CharField(
                label=gettext("%(criterion)s: note") % {"criterion": criterion.label},
                required=False,
                max_length=LONGEST_NOTE,
                initial=answer.note if answer else "",
            )

    def save(self, village: Village) -> None:
        for criterion in Criterion:
            values = {
                "is_met": self.cleaned_data.get(f"{criterion}-is_met", False),
                "note": self.cleaned_data[f"{criterion}-note"],
            }
            ReadinessAnswer.objects.update_or_create(village=village, criterion=criterion, defaults=values)


class ReadinessView(BesideDesk, OfShowcase, FormView):
    template_name = "marketplace_pages/admin/readiness.html"
    form_class = AnswersForm
    page_title = _("Readiness for tourism")
    header_icon = "site"

    @cached_property
    def showcases(self) -> list:
        """Those of villages that they work for, not those of a business only."""
        user = self.request.user
        keys = access_of(user).village_keys
        everything = is_portal_staff(user)
        return [found for found in own_showcases(user) if everything or found.village.pk in keys]

    @property
    def may_answer(self) -> bool:
        user = self.request.user
        return is_portal_staff(user) or self.showcase.village in admin_villages_of(user)

    @cached_property
    def seen(self):
        return seen_in([self.showcase.village])[0]

    def get_form_kwargs(self) -> dict:
        return super().get_form_kwargs() | {"answers": self.seen.answers or {}}

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        # Contributors read the list; what the village says of itself is the admin's to say.
        return super().post(request, *args, **kwargs) if self.may_answer else self.back()

    def form_valid(self, form: AnswersForm) -> HttpResponse:
        form.save(self.showcase.village)
        messages.success(self.request, _("Saved."))
        return self.back()

    def back(self) -> HttpResponse:
        return redirect(f"{self.request.path}?pasar={self.showcase.pk}")

    def get_context_data(self, **kwargs) -> dict:
        judgements = judge(self.seen)
        return super().get_context_data(
            judgements=[(judgement, self.link_to(judgement)) for judgement in judgements],
            met=sum(judgement.state == State.MET for judgement in judgements),
            may_answer=self.may_answer,
            register=REGISTER,
            reported=REPORTED,
            **kwargs,
        )

    def link_to(self, judgement: Judgement) -> str:
        """Where it is done; nothing where all is done."""
        return LINKS[judgement.place](self.showcase) if judgement.missing else ""


def _institutions(showcase) -> str:
    lists = InstitutionIndexPage.objects.filter(path__startswith=showcase.village.container_path)
    found = lists.filter(locale=showcase.locale_id).first()
    return reverse("wagtailadmin_explore", args=[found.pk]) if found else ""


def _add_business(showcase) -> str:
    return reverse("wagtailadmin_pages:add", args=["marketplace_pages", "businesspage", showcase.pk])


def _settings(showcase) -> str:
    return reverse("wagtailsettings:edit", args=["sites", "sitesettings", showcase.village.site_id])


LINKS = {
    "add_business": _add_business,
    "import": lambda showcase: reverse("market_desk:index"),
    "institutions": _institutions,
    "settings": _settings,
    "readiness": lambda showcase: "#answers",
}


class Overview:
    """The judgements of all open villages."""

    def rows(self) -> list[tuple[Village, list[Judgement], int]]:
        villages = Village.objects.open().with_site().select_related("container", "site__sitesettings")
        rows = []
        for seen in seen_in(villages.order_by("name")):
            judgements = judge(seen)
            rows.append((seen.village, judgements, sum(found.state == State.MET for found in judgements)))
        return sorted(rows, key=lambda row: -row[2])


class OverviewView(Overview, OverVillages, TemplateView):
    template_name = "marketplace_pages/admin/readiness_overview.html"
    page_title = _("Readiness of tourism villages")
    header_icon = "site"

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(
            rows=self.rows(), criteria=list(Criterion), register=REGISTER, **kwargs
        )


class OverviewTableView(Overview, View):
    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        name = f"kesiapan-wisata-{timezone.localdate():%Y-%m-%d}.csv"
        return download(as_csv(self.table()), CSV, name)

    def table(self) -> Iterator[Row]:
        yield [gettext("Village"), gettext("Met"), *(criterion.label for criterion in Criterion)]
        for village, judgements, met in self.rows():
            yield [str(village), met, *(str(judgement.state.label) for judgement in judgements)]
