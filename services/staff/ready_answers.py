"""Texts that the clerks of a village send often."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from services.models import CannedAnswer
from sites.contact_form import TOO_LONG
from sites.identity_numbers import refuse_identity_number

from .rows import DeleteRowView, RowFormView, RowsOf


class AnswerForm(forms.ModelForm):
    class Meta:
        model = CannedAnswer
        fields = ("title", "text", "text_en")
        widgets = {"text": forms.Textarea({"rows": 6}), "text_en": forms.Textarea({"rows": 6})}
        error_messages = {name: {"max_length": TOO_LONG} for name in fields}

    def clean(self) -> dict:
        cleaned = super().clean()
        for name in ("text", "text_en"):
            try:
                refuse_identity_number(cleaned.get(name) or "")
            except forms.ValidationError as refusal:
                self.add_error(name, refusal)
        return cleaned


class OfAnswers(RowsOf):
    form_class = AnswerForm
    url_name, row_name, action = "answers", "answer", "change_answers"
    list_title = _("Ready answers")
    add_title = _("Add a ready answer")
    explanation = _(
        "Texts that you send often. On the page of a request you choose one, and change it as needed."
    )


class AnswersView(OfAnswers, TemplateView):
    template_name = "services/admin/answers.html"
    page_title = OfAnswers.list_title

    def get_context_data(self, **kwargs) -> dict:
        rows = [(answer, self.own_url("answer", answer.pk)) for answer in self.rows]
        return super().get_context_data(rows=rows, add_url=self.own_url("add_answer"), **kwargs)


class AnswerView(OfAnswers, RowFormView):
    pass


class DeleteAnswerView(OfAnswers, DeleteRowView):
    pass
