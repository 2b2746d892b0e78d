"""What all pages about one class share: they find it among those of their reader and lead back up to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from sites.models import Village

from .access import classes_of
from .history import note

NAMESPACE = "class_desk"
DESK_TITLE = _("Class registrations")


class AtDesk:
    """Finds the class of the address."""

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.class_page = get_object_or_404(classes_of(request.user), pk=kwargs["class_id"])

    @cached_property
    def village_name(self) -> str:
        """Who speaks to the people in the class."""
        return Village.objects.owning(self.class_page).get().display_name

    def url_of(self, name: str, *keys) -> str:
        return reverse(f"{NAMESPACE}:{name}", args=[self.class_page.pk, *keys])

    def note(self, action: str) -> None:
        note(self.class_page, action, self.request.user)

    def back_to(self, name: str, *keys) -> HttpResponse:
        return redirect(self.url_of(name, *keys))


class AtPerson(AtDesk):
    """Finds the registration of the address, too, in that class."""

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        found = self.class_page.registrations.with_open_notices().with_attendance()
        self.registration = get_object_or_404(found, pk=kwargs["registration_id"])


class AtSession(AtDesk):
    """Finds the session of the address, too, in that class."""

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.session = get_object_or_404(self.class_page.sessions, pk=kwargs["class_session_id"])
        self.session.class_page = self.class_page


class DeskPage(WagtailAdminTemplateMixin):
    """A page of the admin below the list of classes; stands after `AtDesk` or one that builds on it."""

    header_icon = "group"
    # What a form of the page does when it is sent.
    button_label = ""

    @property
    def back_url(self) -> str:
        """Where one goes who changes their mind."""
        return self.url_of("registrations")

    def get_page_subtitle(self) -> str:
        return self.class_page.title

    def get_breadcrumbs_items(self) -> list[dict]:
        above = [
            {"url": reverse(f"{NAMESPACE}:index"), "label": DESK_TITLE},
            {"url": self.url_of("registrations"), "label": self.class_page.title},
        ]
        here = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), *above, *self.steps_between(), here]

    def steps_between(self) -> list[dict]:
        return []

    def get_context_data(self, **kwargs) -> dict:
        own = {"class_page": self.class_page, "back_url": self.back_url, "button_label": self.button_label}
        return super().get_context_data(**{**own, **kwargs})


class ActView(View):
    """Something done at once by a button; its address leads back when it is only opened."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.back()

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.act()
        return self.back()
