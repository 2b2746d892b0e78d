"""Pages stay in their village: moved, they would take along a schedule or a check that others approved."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from sites.tenancy import is_portal_staff


def container_path(page: Page) -> str:
    return page.path[: 2 * Page.steplen]


def refuse(request: HttpRequest, pages: list[Page], destination: Page) -> HttpResponse | None:
    """Answer instead of moving pages to another site; portal staff may."""
    target = container_path(destination)
    if is_portal_staff(request.user) or all(container_path(page) == target for page in pages):
        return None
    messages.error(request, _("A page stays in its village. Copy it to the other one instead."))
    return redirect("wagtailadmin_explore", pages[0].get_parent().pk)
