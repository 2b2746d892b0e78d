"""Courses from a file: everything in it is checked first, and it becomes drafts as a whole or not at all."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views import View
from django.views.generic import FormView
from wagtail.admin import messages

from learning.importing.making import make_all
from learning.importing.parsing import MOST_BYTES, parse
from sites.models import User
from sites.spreadsheets import XLSX, download

from .access import lists_of
from .desk import NAMESPACE, BesideDesk
from .history import note
from .own_lists import OwnListField, labelled

MOST_SHOWN = 100


class ImportForm(forms.Form):
    list = OwnListField(label=_("Where it belongs"))
    file = forms.FileField(
        label=_("File"),
        help_text=_("Excel (.xlsx), CSV or JSON, 2 MB at most. Nothing is stored before all of it is right."),
        widget=forms.FileInput({"accept": ".xlsx,.csv,.json"}),
    )

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["list"].offer(labelled(lists_of(user), user))

    def clean_file(self):
        file = self.cleaned_data["file"]
        # One byte more tells that it is too large, and no more of it is read.
        self.parsed = parse(file.name, file.read(MOST_BYTES + 1))
        return file


class ImportView(BesideDesk, FormView):
    form_class = ImportForm
    template_name = "learning/admin/import.html"
    page_title = _("Import a course")

    def get_form_kwargs(self) -> dict:
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form: ImportForm) -> HttpResponse:
        if form.parsed.problems:
            return self.form_invalid(form)
        made = make_all(form.parsed.courses, form.cleaned_data["list"], self.request.user)
        for page in made:
            note(page, "import_course", self.request.user)
        message = ngettext(
            "%(number)d course is there as a draft. Look through it, then publish it.",
            "%(number)d courses are there as drafts. Look through them, then publish them.",
            len(made),
        )
        messages.success(self.request, message % {"number": len(made)})
        if len(made) == 1:
            return redirect("wagtailadmin_pages:edit", made[0].pk)
        return redirect("wagtailadmin_explore", form.cleaned_data["list"].pk)

    def form_invalid(self, form: ImportForm) -> HttpResponse:
        problems = form.parsed.problems if hasattr(form, "parsed") else []
        context = self.get_context_data(form=form, problems=problems[:MOST_SHOWN], number=len(problems))
        return self.render_to_response(context)

    def get_context_data(self, **kwargs) -> dict:
        own = {"template_url": reverse(f"{NAMESPACE}:template"), "back_url": reverse(f"{NAMESPACE}:index")}
        return super().get_context_data(**{**own, **kwargs})


class TemplateView(View):
    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        # It loads openpyxl, which is large, and few ask for it.
        from learning.importing.template import template

        return download(template(), XLSX, "contoh-kursus.xlsx")
