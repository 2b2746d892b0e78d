"""The desk's pages to import and export products: send a file, look at the report, confirm."""

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages

from marketplace_pages.models import ProductImport
from marketplace_pages.staff.desk import NAMESPACE, BesideDesk
from marketplace_pages.staff.own_showcases import OfShowcase, ShowcaseField, own_showcases
from sites.models import User
from sites.spreadsheets import CSV, download
from sites.tenancy.rules import Visit

from .exporting import TO_MEND, rows_of, rows_to_mend, sample_rows
from .files import KINDS, explained_book, table_as
from .lines import Line, Verdict
from .making import look_at
from .places import Places
from .rows import MOST_ROWS, Unreadable
from .writing import Busy, write_some

LINES_ON_A_PAGE = 100


def at_own_import(visit: Visit) -> bool:
    """The import that the address names must be one of theirs, and not too old."""
    return ProductImport.objects.of(visit.request.user).filter(pk=visit.kwargs["import_id"]).exists()


class ImportForm(forms.Form):
    showcase = ShowcaseField(label=_("Village"))
    file = forms.FileField(
        label=_("File"),
        help_text=_("Excel (.xlsx) or CSV, 5 MB and 5,000 rows at most. First you see what would change."),
        widget=forms.FileInput({"accept": ".xlsx,.csv,.txt,.tsv"}),
    )

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["showcase"].offer(own_showcases(user))

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("file") and cleaned.get("showcase"):
            try:
                self.found = look_at(cleaned["file"], cleaned["showcase"], self.user)
            except Unreadable as error:
                self.add_error("file", str(error))
        return cleaned


class ImportView(BesideDesk, OfShowcase, FormView):
    form_class = ImportForm
    template_name = "marketplace_pages/admin/import.html"
    page_title = _("Import and export products")

    def get_form_kwargs(self) -> dict:
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form: ImportForm) -> HttpResponse:
        return redirect(f"{NAMESPACE}:import_report", form.found.pk)

    def get_context_data(self, **kwargs) -> dict:
        waiting = ProductImport.objects.of(self.request.user).defer("rows", "report")
        return super().get_context_data(
            waiting=waiting,
            kinds=list(KINDS),
            most_rows=MOST_ROWS,
            back_url=reverse(f"{NAMESPACE}:index"),
            **kwargs,
        )


class OwnImport:
    """Finds the import of the address among those of its visitor."""

    @cached_property
    def found(self) -> ProductImport:
        imports = ProductImport.objects.of(self.request.user)
        return get_object_or_404(imports, pk=self.kwargs["import_id"])

    @cached_property
    def showcase(self):
        """The village that it was made for, if it still is one of theirs."""
        own = own_showcases(self.request.user)
        found = [showcase for showcase in own if showcase.village.pk == self.found.village_id]
        if not found:
            raise Http404
        return found[0]


class ReportView(OwnImport, BesideDesk, TemplateView):
    """What would become of each row; confirmed, the same page says what has."""

    template_name = "marketplace_pages/admin/import_report.html"
    page_title = _("What the file would change")

    def steps_between(self) -> list[dict]:
        return [{"url": reverse(f"{NAMESPACE}:import"), "label": ImportView.page_title}]

    def get_page_title(self):
        return _("What the file has changed") if self.found.confirmed_at else self.page_title

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if "cancel" in request.POST:
            self.found.delete()
            messages.success(request, _("The file was put away. Nothing was changed."))
            return redirect(f"{NAMESPACE}:import")
        if not self.found.is_finished:
            try:
                write_some(self.found, self.showcase, request.user)
            except Busy:
                messages.warning(
                    request, _("Another table is being imported right now. Try again in a minute.")
                )
        return redirect(f"{NAMESPACE}:import_report", self.found.pk)

    def get_context_data(self, **kwargs) -> dict:
        lines = [Line(**line) for line in self.found.report]
        numbers = {verdict: sum(line.verdict == verdict for line in lines) for verdict in Verdict}
        shown = self.request.GET.get("show", "")
        chosen = [line for line in lines if line.verdict == shown] if shown in Verdict.values else lines
        return super().get_context_data(
            found=self.found,
            village=self.showcase.village,
            verdicts=[(verdict.value, verdict.label, numbers[verdict]) for verdict in Verdict],
            wrong=numbers[Verdict.WRONG],
            to_write=numbers[Verdict.NEW] + numbers[Verdict.CHANGED],
            done=sum(line.is_written for line in lines),
            shown=shown,
            lines=Paginator(chosen, LINES_ON_A_PAGE).get_page(self.request.GET.get("p")),
            back_url=reverse(f"{NAMESPACE}:import"),
            **kwargs,
        )


class WrongRowsView(OwnImport, View):
    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return download(table_as("csv", rows_to_mend(self.found), TO_MEND), CSV, "baris-salah.csv")


class FileView(OfShowcase, View):
    """A table to download, as CSV or XLSX."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        kind = self.kwargs["kind"]
        if kind not in KINDS:
            raise Http404
        return download(self.content(kind, Places(self.showcase, request.user)), KINDS[kind], self.name(kind))


class SampleView(FileView):
    def content(self, kind: str, places: Places) -> bytes:
        rows = sample_rows(places)
        return explained_book(rows) if kind == "xlsx" else table_as(kind, rows)

    def name(self, kind: str) -> str:
        return f"contoh-produk.{kind}"


class ExportView(FileView):
    def content(self, kind: str, places: Places) -> bytes:
        return table_as(kind, rows_of(places))

    def name(self, kind: str) -> str:
        return f"produk-{slugify(str(self.showcase.village))}-{timezone.localdate():%Y-%m-%d}.{kind}"
