"""Small things of an office that it keeps in a list: added, changed and deleted from a phone."""

from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages

from sites.querysets import LARGEST_KEY

from .desk import OfVillage
from .history import note_change


class RowsOf(OfVillage):
    """What pages about one list share; `url_name` is that of the list."""

    form_class: type[ModelForm]
    list_title = ""
    explanation = ""
    # What one of its rows is called in addresses, and what the history of the village says.
    row_name = ""
    action = ""
    add_title = ""

    @property
    def rows(self):
        return self.form_class._meta.model.objects.filter(village=self.village)

    @cached_property
    def row(self):
        """The row that the address names; None where it is a new one."""
        if "row_id" not in self.kwargs:
            return None
        return get_object_or_404(self.rows, pk=min(self.kwargs["row_id"], LARGEST_KEY))

    def back(self) -> HttpResponse:
        return redirect(self.own_url(self.url_name))

    def get_context_data(self, **kwargs) -> dict:
        own = {"list_url": self.own_url(self.url_name), "back_url": self.own_url(self.url_name)}
        return super().get_context_data(**{**kwargs, **own, "explanation": self.explanation})


class RowFormView(RowsOf, FormView):
    template_name = "services/admin/row_form.html"

    def steps_between(self) -> list[dict]:
        return [{"url": self.own_url(self.url_name), "label": self.list_title}]

    def get_page_title(self) -> str:
        return str(self.row) if self.row else self.add_title

    def get_form_kwargs(self) -> dict:
        model = self.form_class._meta.model
        return {**super().get_form_kwargs(), "instance": self.row or model(village=self.village)}

    def get_context_data(self, **kwargs) -> dict:
        row = self.row
        delete_url = self.own_url(f"delete_{self.row_name}", row.pk) if row else ""
        return super().get_context_data(button_label=_("Keep"), delete_url=delete_url, **kwargs)

    def form_valid(self, form: ModelForm) -> HttpResponse:
        form.save()
        note_change(self.village, self.action, self.request.user)
        messages.success(self.request, _("Kept."))
        return self.back()


class DeleteRowView(RowsOf, TemplateView):
    """A button of the form; opened, its address leads back."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.back()

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.row.delete()
        note_change(self.village, self.action, request.user)
        messages.success(request, _("Deleted."))
        return self.back()
