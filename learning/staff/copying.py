"""Courses of other villages and of offices, to be found, looked at and copied as a draft of one's own."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, ListView
from wagtail.admin import messages

from learning.copying.making import copy
from learning.copying.originals import named, originals_for
from sites.models import User
from sites.querysets import LARGEST_KEY

from .access import lists_of
from .desk import NAMESPACE, BesideDesk
from .history import note
from .own_lists import OwnListField, labelled

LIST_TITLE = gettext_lazy("Copy a course")


class OriginalsView(BesideDesk, ListView):
    """Searched by a word of title or summary."""

    template_name = "learning/admin/originals.html"
    page_title = LIST_TITLE
    paginate_by = 20

    @property
    def words(self) -> str:
        # PostgreSQL takes no text with a zero byte in it.
        return self.request.GET.get("q", "").replace("\x00", "").strip()[:80]

    def get_queryset(self):
        return originals_for(self.request.user, self.words)

    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        return context | {"originals": named(context["object_list"]), "words": self.words}


class CopyForm(forms.Form):
    list = OwnListField(label=gettext_lazy("Where it belongs"))

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["list"].offer(labelled(lists_of(user), user))


class CopyView(BesideDesk, FormView):
    """Says what a copy is, and makes it."""

    form_class = CopyForm
    template_name = "learning/admin/copy.html"
    page_title = LIST_TITLE

    def steps_between(self) -> list[dict]:
        return [{"url": reverse(f"{NAMESPACE}:copy"), "label": LIST_TITLE}]

    def get_page_title(self) -> str:
        return self.original.course.title if self.original else super().get_page_title()

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if self.original is None:
            # It was taken off meanwhile, or is none of those to be copied.
            messages.error(
                request, _("This course can't be copied: it is not there, or its licence forbids it.")
            )
            return redirect(f"{NAMESPACE}:copy")
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def original(self):
        key = min(self.kwargs["original_id"], LARGEST_KEY)
        found = named(originals_for(self.request.user).filter(pk=key))
        return found[0] if found else None

    def get_form_kwargs(self) -> dict:
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form: CopyForm) -> HttpResponse:
        copied = copy(self.original, form.cleaned_data["list"], self.request.user)
        note(copied.page, "copy_course", self.request.user)
        messages.success(
            self.request, _("The copy is there as a draft. Change it as you like, then publish it.")
        )
        if copied.left_out:
            message = _("These files could not be copied, for they are not free to use: %(titles)s.")
            messages.warning(self.request, message % {"titles": ", ".join(copied.left_out)})
        return redirect("wagtailadmin_pages:edit", copied.page.pk)

    def get_context_data(self, **kwargs) -> dict:
        own = {"original": self.original, "back_url": reverse(f"{NAMESPACE}:copy")}
        return super().get_context_data(**{**own, **kwargs})
