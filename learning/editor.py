"""What editors of courses are kept from in Wagtail's own views."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from learning.editing.course_rules import complaints
from learning.models import CoursePage
from sites.admin.moving import container_path
from sites.querysets import below_any


def refuse_unfit(request: HttpRequest, pages: Iterable[Page], with_those_below: bool) -> HttpResponse | None:
    """Answer instead of publishing, past their form, courses that are not fit for learners."""
    pages = list(pages)
    chosen = below_any(pages) if with_those_below else Q(pk__in=[page.pk for page in pages])
    for page in CoursePage.objects.filter(chosen):
        draft = page.get_latest_revision_as_object()
        if complaint := complaint_about(draft):
            message = _("“%(title)s” was not published: %(complaint)s Open it to put that right.")
            messages.error(request, message % {"title": draft.title, "complaint": complaint})
            return _back(pages)
    return None


def complaint_about(course: CoursePage) -> str:
    """The first thing that keeps a course from being published; empty where it is fit."""
    found = complaints(course.lessons, course.questions, course.gives_certificate)
    if first := next(found, None):
        return first.text
    for stream in (course.lessons, course.questions):
        try:
            stream.stream_block.clean(stream)
        except ValidationError:
            return _("Something in its lessons or questions is missing or too long.")
    return ""


def keep_certificates(request: HttpRequest, pages: Iterable[Page]) -> HttpResponse | None:
    """Answer instead of deleting pages with a course whose certificates people hold."""
    pages = list(pages)
    kept = _with_certificates(pages).first()
    if kept is None:
        return None
    message = _(
        "“%(title)s” stays: people hold certificates of it, and nobody could check them any more. Take it "
        "off the site instead (“Unpublish”)."
    )
    messages.error(request, message % {"title": kept.title})
    return _back(pages)


def keep_results_in_their_place(
    request: HttpRequest, pages: Iterable[Page], destination: Page
) -> HttpResponse | None:
    """Answer instead of moving courses to another site with the certificates of their learners."""
    pages = list(pages)
    leaving = [page for page in pages if container_path(page) != container_path(destination)]
    kept = _with_certificates(leaving).first()
    if kept is None:
        return None
    message = _("“%(title)s” stays where it is: people hold certificates of it. Copy the course instead.")
    messages.error(request, message % {"title": kept.title})
    return _back(pages)


def _with_certificates(pages: Iterable[Page]):
    """Courses among some pages, or below them, of which there are certificates."""
    return CoursePage.objects.filter(below_any(pages)).exclude(certificates=None).order_by("path")


def _back(pages: list[Page]) -> HttpResponse:
    return redirect("wagtailadmin_explore", pages[0].get_parent().pk)
