"""A public document from a phone: file, title, category and year."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLResolver, include, path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from services.library.add_form import AddDocumentForm, libraries_of
from services.library.adding import NewDocument, add_document
from services.models import PublicDocumentPage
from sites.tenancy.rules import Visit, ruled

NAMESPACE = "document_desk"
TITLE = gettext_lazy("Add a public document")


def may_add(visit: Visit) -> bool:
    return libraries_of(visit.request.user).exists()


class AddDocumentView(WagtailAdminTemplateMixin, FormView):
    form_class = AddDocumentForm
    template_name = "services/admin/add_document.html"
    page_title = TITLE
    header_icon = "doc-full"
    success_url = reverse_lazy(f"{NAMESPACE}:add")

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_form_kwargs(self) -> dict:
        user = self.request.user
        return super().get_form_kwargs() | {"libraries": libraries_of(user), "user": user}

    def form_valid(self, form: AddDocumentForm) -> HttpResponse:
        typed = form.cleaned_data
        new = NewDocument(typed["library"], typed["title"], typed["kind"], typed["year"], typed["file"])
        self._say(add_document(new, self.request.user, typed["form_key"]))
        return redirect(self.get_success_url())

    def _say(self, page: PublicDocumentPage) -> None:
        if page.live:
            text, look = _("“%(title)s” is on the site."), page.get_url(self.request)
        else:
            text = _("“%(title)s” waits until an admin of the village publishes it.")
            look = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        buttons = [messages.button(look, _("View")), messages.button(edit, _("Complete it"))]
        messages.success(self.request, text % {"title": page.title}, buttons=buttons)


class AddDocumentItem(MenuItem):
    """For those who may add one somewhere."""

    def __init__(self):
        super().__init__(
            TITLE, reverse_lazy(f"{NAMESPACE}:add"), name="add-document", icon_name="doc-full", order=154
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return may_add(Visit(request, {}))


def urlpatterns() -> list[URLResolver]:
    found = [path("tambah/", ruled(AddDocumentView.as_view(), may_add), name="add")]
    return [path("informasi-publik/", include((found, NAMESPACE)))]
