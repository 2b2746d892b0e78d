"""One service of a village: its state today, when somebody last looked, and the ways on."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import FormView
from wagtail.admin import messages

from services.choices import ServiceStatus
from services.editing.resolving import changes_now
from services.editing.state import set_state
from sites.quick_changes import may_write, write

from .access import may_say_state
from .desk import AtService, BesideDesk
from .entries import Entry
from .state_form import StateForm


class ServiceView(AtService, BesideDesk, FormView):
    template_name = "services/admin/service.html"
    form_class = StateForm

    def get_page_title(self) -> str:
        return self.service.title

    def get_page_subtitle(self) -> str:
        return self.village.display_name

    def get_form_kwargs(self) -> dict:
        state = getattr(self.service, "state", None)
        held = state if state and state.holds else None
        return {"state": held, "in_english": self.village.shows("en"), "data": self.request.POST or None}

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not self.may_say:
            messages.error(request, _("Admins and the staff on duty say this. Ask one of them."))
            return self.back_to("service")
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: StateForm) -> HttpResponse:
        set_state(self.service, form.said, self.request.user)
        state = ServiceStatus(form.said.status)
        said = _("“%(title)s” is now: %(state)s. Readers see it at once.")
        messages.success(self.request, said % {"title": self.service.title, "state": state.label})
        return self.back_to("service")

    @property
    def may_say(self) -> bool:
        return may_say_state(self.service, self.village, self.request.user)

    def get_context_data(self, **kwargs) -> dict:
        entry = Entry(own=self.service)
        return super().get_context_data(
            service=self.service,
            state=entry.state,
            is_to_check=entry.is_to_check,
            changes=len(changes_now(self.service)),
            may_say=self.may_say,
            may_write=may_write(self.service, self.request.user),
            edit_url=reverse("wagtailadmin_pages:edit", args=[self.service.pk]),
            look_url=self.service.full_url if self.service.live else "",
            **kwargs,
        )


class CheckedView(AtService, View):
    """By one tap; its address leads back to the service when it is only opened."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.back_to("service")

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not may_write(self.service, request.user):
            messages.error(request, _("You can't change “%(title)s” now.") % {"title": self.service.title})
            return self.back_to("service")
        today = timezone.localdate()
        shows = write(self.service, request.user, lambda page: setattr(page, "checked_on", today))
        said = (
            _("Thank you. “%(title)s” says now that it was checked today.")
            if shows
            else _("Thank you. “%(title)s” says so once the village has published it.")
        )
        messages.success(request, said % {"title": self.service.title})
        return self.back_to("service")
