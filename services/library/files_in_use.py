"""A file that readers are offered on a page, or would be by its draft, is not deleted below that page."""

from collections.abc import Sequence

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.documents.views.bulk_actions.delete import DeleteBulkAction
from wagtail.documents.views.documents import DeleteView
from wagtail.models import Page

from services.models import PublicDocumentPage, ServicePage
from sites.models import VillageDocument
from sites.tenancy.doors import the_document
from sites.tenancy.rules import ruled

# Which field of which pages holds a file.
HOLDING = ((PublicDocumentPage, "document"), (ServicePage, "form"))


def pages_with(documents: Sequence[VillageDocument]) -> list[tuple[VillageDocument, Page]]:
    """Each document with one page that has it, in what readers see or in the draft beside it."""
    return [(document, page) for document in documents if (page := _page_with(document))]


def _page_with(document: VillageDocument) -> Page | None:
    for model, field in HOLDING:
        in_draft = Q(has_unpublished_changes=True, **{f"latest_revision__content__{field}": document.pk})
        if page := model.objects.filter(in_draft | Q(**{field: document})).order_by("path").first():
            return page
    return None


def refuse(request: HttpRequest, documents: Sequence[VillageDocument]) -> HttpResponse | None:
    """Say which page has a file that shall be deleted, and delete none of them."""
    used = pages_with(documents)
    for document, page in used:
        text = _(
            "“%(file)s” stands on the page “%(page)s”. Choose another file there first; nothing was deleted."
        )
        look = []
        if page.permissions_for_user(request.user).can_edit():
            look = [messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Open the page"))]
        messages.error(request, text % {"file": document.title, "page": page.title}, buttons=look)
    return redirect("wagtaildocs:index") if used else None


class DeleteDocumentView(DeleteView):
    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        refusal = refuse(request, [self.object]) if self.user_has_permission("delete") else None
        return refusal or super().dispatch(request, *args, **kwargs)


class DeleteDocumentsAction(DeleteBulkAction):
    def prepare_action(self, objects, objects_without_access):
        return refuse(self.request, objects) or super().prepare_action(objects, objects_without_access)


def urlpatterns() -> list[URLPattern]:
    """Found before Wagtail's own view of the same address."""
    view = ruled(DeleteDocumentView.as_view(), the_document)
    return [path("documents/delete/<int:document_id>/", view, name="delete_document")]
