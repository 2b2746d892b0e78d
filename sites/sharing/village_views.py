"""“From offices”: what offices offer to the working village, and what its admin does with each page."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from sites.models import Village, VillageSharing
from sites.querysets import all_pages
from sites.tenancy import working_village

from .choice_form import ChoiceForm
from .choices import Offer, choose, offers_of
from .listing import OFFICE, ReckonedListingView

NAMESPACE = "from_offices"


def decides_for(request: HttpRequest) -> Village | None:
    """The working village, if the reader is an admin there; contributors choose nothing."""
    village = working_village(request)
    return village if village is not None and village.is_admin else None


class ForVillageAdmins:
    """Finds the village that is decided for; everything else is asked of that one."""

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.village = decides_for(request)

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if self.village is None:
            raise PermissionDenied
        # Chosen for one village, and sent after another window has switched to the next one.
        if request.POST.get("village", str(self.village.pk)) != str(self.village.pk):
            message = gettext(
                "You work for %(village)s now, so nothing was saved. Switch back and try again."
            )
            messages.error(request, message % {"village": self.village.display_name})
            return self.to_list()
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def offer(self) -> Offer:
        """The page of the address; raises Http404 where it is not offered to the village."""
        page = get_object_or_404(all_pages().offered_to(self.village), pk=self.kwargs["offered_id"])
        return offers_of([page], self.village)[0]

    def to_list(self) -> HttpResponse:
        return redirect(f"{NAMESPACE}:index")


class StateColumn(BaseColumn):
    """What became of it on the village's site, with the button that takes hiding back."""

    cell_template_name = "sites/admin/sharing/state_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        # A cell knows nothing of its page but the request.
        request = parent_context["request"]
        own = {"csrf_token": get_token(request), "village": decides_for(request)}
        return super().get_cell_context_data(instance, parent_context) | own


class TitleAndLinkColumn(TitleColumn):
    """Leads to the choices; below the title, to the page where readers find it."""

    cell_template_name = "sites/admin/sharing/title_cell.html"


class OffersView(ForVillageAdmins, ReckonedListingView):
    page_title = _("From offices")
    header_icon = "download"
    index_url_name = f"{NAMESPACE}:index"
    index_results_url_name = f"{NAMESPACE}:index_results"
    results_template_name = "sites/admin/sharing/offers_results.html"
    columns = [
        TitleAndLinkColumn(
            "title",
            accessor="page.title",
            label=_("Title"),
            classname="title",
            get_url=lambda offer: reverse(f"{NAMESPACE}:choose", args=[offer.pk]),
        ),
        Column("publisher", label=OFFICE, accessor="page.publisher_name", width="22%"),
        Column("kind", label=_("Type"), accessor="page.page_type_display_name", width="12%"),
        DateColumn("date", label=_("Published"), accessor="page.first_published_at", width="12%"),
        StateColumn("state", label=_("On your site"), width="20%"),
    ]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(village=self.village, **kwargs)

    def find(self):
        return all_pages().offered_to(self.village)

    def rows_of(self, pages):
        return offers_of(pages, self.village)

    def get_page_subtitle(self) -> str:
        return self.village.display_name

    @cached_property
    def no_results_message(self):
        if self.is_searching:
            return _("No page of an office has this in its title.")
        return _("No office has published anything for your village yet. Once one does, you find it here.")


class ChooseView(ForVillageAdmins, WagtailAdminTemplateMixin, FormView):
    """One page of an office: hide it, pin it, add a note."""

    template_name = "sites/admin/sharing/choose.html"
    form_class = ChoiceForm
    header_icon = "download"

    def get_page_title(self) -> str:
        return self.offer.page.title

    def get_page_subtitle(self) -> str:
        return self.village.display_name

    def get_breadcrumbs_items(self) -> list[dict]:
        above = {"url": reverse(f"{NAMESPACE}:index"), "label": OffersView.page_title}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]

    def get_form_kwargs(self) -> dict:
        new = VillageSharing(village=self.village, translation_key=self.offer.page.translation_key)
        return super().get_form_kwargs() | {
            "instance": self.offer.choice or new,
            "is_alert": self.offer.is_alert,
            "in_english": self.village.shows("en"),
        }

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(offer=self.offer, village=self.village, **kwargs)

    def form_valid(self, form) -> HttpResponse:
        chosen = {name: form.cleaned_data[name] for name in form.fields}
        choose(self.village, self.offer.page, self.request.user, **chosen)
        messages.success(self.request, self._say(chosen))
        return self.to_list()

    def _say(self, chosen: dict) -> str:
        names = {"title": self.offer.page.title, "village": self.village.display_name}
        if chosen["is_hidden"] and not self.offer.is_alert:
            message = gettext(
                "“%(title)s” is hidden now on the site of %(village)s. "
                "The list has a button that shows it again."
            )
            return message % names
        done = [gettext("it stays at the top of the list")] if chosen["is_pinned"] else []
        done += [gettext("your note stands above it")] if chosen["note"] or chosen.get("note_en") else []
        if not done:
            return gettext("“%(title)s” shows on the site of %(village)s as the office wrote it.") % names
        message = gettext("“%(title)s” shows on the site of %(village)s: %(done)s.")
        return message % {**names, "done": ", ".join(done)}


class ShowAgainView(ForVillageAdmins, View):
    """Takes hiding back at once; opened as an address it leads to the list."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.to_list()

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        page = self.offer.page
        choose(self.village, page, request.user, is_hidden=False)
        message = gettext("“%(title)s” shows again on the site of %(village)s.")
        messages.success(request, message % {"title": page.title, "village": self.village.display_name})
        return self.to_list()
