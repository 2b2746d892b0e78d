"""What all pages about one course share: they find it among those of their reader and lead back up to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sites.admin import desks

from .access import courses_of
from .history import note

NAMESPACE = "course_desk"
DESK_TITLE = _("Learning")


class AtDesk:
    """Finds the course of the address."""

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.course = get_object_or_404(courses_of(request.user), pk=kwargs["course_id"])

    def url_of(self, name: str, *keys) -> str:
        return reverse(f"{NAMESPACE}:{name}", args=[self.course.pk, *keys])

    def note(self, action: str) -> None:
        note(self.course, action, self.request.user)

    def back_to(self, name: str, *keys) -> HttpResponse:
        return redirect(self.url_of(name, *keys))


class BesideDesk(desks.BesideDesk):
    """A page of the admin right below the list of courses."""

    header_icon = "clipboard-list"
    desk_title = DESK_TITLE
    desk_url_name = f"{NAMESPACE}:index"


class DeskPage(BesideDesk):
    """A page about one course; stands after `AtDesk` or one that builds on it."""

    # What a form of the page does when it is sent.
    button_label = ""

    @property
    def back_url(self) -> str:
        """Where one goes who changes their mind."""
        return self.url_of("results")

    def get_page_subtitle(self) -> str:
        return self.course.title

    def steps_between(self) -> list[dict]:
        return [{"url": self.url_of("results"), "label": self.course.title}]

    def get_context_data(self, **kwargs) -> dict:
        own = {"course": self.course, "back_url": self.back_url, "button_label": self.button_label}
        return super().get_context_data(**{**own, **kwargs})
