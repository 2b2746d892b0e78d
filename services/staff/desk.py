"""What all pages of the inbox share: their name in addresses, the request of the address, the way back up."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages

from services.handling.acts import Erased
from sites.admin import desks
from sites.models import Village

from .access import desks_of, requests_of
from .history import note

NAMESPACE = "request_desk"
DESK_TITLE = gettext_lazy("Requests")


class BesideDesk(desks.BesideDesk):
    """A page of the admin right below the list of requests."""

    header_icon = "mail"
    desk_title = DESK_TITLE
    desk_url_name = f"{NAMESPACE}:index"


class GoneView(BesideDesk, TemplateView):
    """Said of a request that was erased while somebody had it open."""

    template_name = "services/admin/gone.html"
    page_title = gettext_lazy("This request is not here any more")
    http_method_names = ["get", "post"]

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.render_to_response(self.get_context_data(), status=404)

    post = get


class AtRequest:
    """Finds the request of the address; its part of the address is `request_id`."""

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.found = self.find()

    def find(self):
        related = ("village__site__sitesettings", "assignee", "service")
        return requests_of(self.request.user).select_related(*related).filter(pk=self.key).first()

    @property
    def key(self) -> int:
        return self.kwargs["request_id"]

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if self.found is None:
            return GoneView.as_view()(request)
        try:
            return super().dispatch(request, *args, **kwargs)
        except Erased:
            return GoneView.as_view()(request)

    def url_of(self, name: str, *keys) -> str:
        return reverse(f"{NAMESPACE}:{name}", args=[self.key, *keys])

    def back(self) -> HttpResponse:
        return redirect(self.url_of("request"))

    def way_on(self) -> list[str]:
        """What a message of success offers once a request is cleared: the next one, or else the list."""
        waiting = requests_of(self.request.user).next_after(self.found)
        if waiting is None:
            return [messages.button(reverse(f"{NAMESPACE}:index"), _("To the requests"))]
        url = reverse(f"{NAMESPACE}:request", args=[waiting.pk])
        return [messages.button(url, _("Next request: %(subject)s") % {"subject": waiting.subject})]

    def note(self, action: str) -> None:
        note(self.found, action, self.request.user)


class BesideRequest(AtRequest, BesideDesk):
    """A page right below that of a request."""

    def steps_between(self) -> list[dict]:
        return [{"url": self.url_of("request"), "label": self.found.subject}]

    def get_context_data(self, **kwargs) -> dict:
        own = {"found": self.found, "back_url": self.url_of("request")}
        return super().get_context_data(**{**kwargs, **own})


class ActView(AtRequest, View):
    """Something done at once by a button; its address leads to the request when it is only opened."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.back()

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.act()
        return self.back()


class OfVillage(BesideDesk):
    """A page about the inbox of one village; its part of the address is `village`."""

    url_name = ""

    @cached_property
    def desks(self) -> list[Village]:
        """Villages between which its visitor may choose."""
        return desks_of(self.request.user)

    @cached_property
    def village(self) -> Village:
        found = (village for village in self.desks if village.pk == self.kwargs["village"])
        if village := next(found, None):
            return village
        raise Http404

    def get_page_subtitle(self) -> str:
        return str(self.village)

    def own_url(self, name: str, *keys) -> str:
        return reverse(f"{NAMESPACE}:{name}", args=[self.village.pk, *keys])

    def get_context_data(self, **kwargs) -> dict:
        others = [village for village in self.desks if village != self.village][:MOST_CHOICES]
        choices = [
            (str(village), reverse(f"{NAMESPACE}:{self.url_name}", args=[village.pk])) for village in others
        ]
        return super().get_context_data(**{**kwargs, "village": self.village, "choices": choices})


# Who works for more villages than that looks after all of them, and comes by other ways.
MOST_CHOICES = 12
