"""The first page of the desk: each service of the working village, with what can be done with one tap."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from services.editing.taking_over import list_of, may_take_over, take_over
from services.models import ServicePage
from sites.models import Village
from sites.tenancy import is_publisher, working_village

from .desk import DESK_TITLE, NAMESPACE
from .entries import entries_of


class ServiceListView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "services/admin/service_list.html"
    page_title = DESK_TITLE
    header_icon = "list-ul"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if self.village is None:
            # Offices and portal staff have no list of their own, but what they offer to all of them.
            return redirect(f"{NAMESPACE}:templates")
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def village(self) -> Village | None:
        return working_village(self.request)

    def get_page_subtitle(self) -> str:
        return self.village.display_name

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        buttons = []
        if (index := list_of(self.village)) and may_take_over(self.village, self.request.user):
            add = reverse("wagtailadmin_pages:add", args=["services", "servicepage", index.pk])
            buttons.append(HeaderButton(_("Add a service of our own"), add, icon_name="plus"))
        if is_publisher(self.request.user):
            shared = reverse(f"{NAMESPACE}:templates")
            buttons.append(HeaderButton(_("Templates for villages"), shared, icon_name="site"))
        return buttons

    def get_context_data(self, **kwargs) -> dict:
        entries = entries_of(self.village)
        return super().get_context_data(
            village=self.village,
            changed=[entry for entry in entries if entry.changes],
            own=[entry for entry in entries if entry.own and not entry.changes],
            templates=[entry for entry in entries if entry.own is None],
            may_take_over=may_take_over(self.village, self.request.user),
            **kwargs,
        )


class TakeOverView(View):
    """By one tap; its address leads back to the list when it is only opened."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return redirect(f"{NAMESPACE}:index")

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        village = working_village(request)
        if request.POST.get("village") != str(village.pk):
            # Tapped for one village, after another window has switched to the next one.
            said = _("You work for %(village)s now, so nothing was taken over. Switch back and try again.")
            messages.error(request, said % {"village": village.display_name})
            return redirect(f"{NAMESPACE}:index")
        template = get_object_or_404(ServicePage.objects.offered_to(village), pk=kwargs["template_id"])
        if not may_take_over(village, request.user):
            messages.error(request, _("You can't add services here. Ask an admin of your village."))
            return redirect(f"{NAMESPACE}:index")
        page = take_over(template, village, request.user)
        self._say(page)
        return redirect(f"{NAMESPACE}:service", page.pk)

    def _say(self, page: ServicePage) -> None:
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        said = (
            _("“%(title)s” is your own page now. Change what is different in your village.")
            if page.live
            else _("“%(title)s” waits until the village publishes it. Until then readers see the template.")
        )
        buttons = [messages.button(edit, _("Change the page"))]
        messages.success(self.request, said % {"title": page.title}, buttons=buttons)
