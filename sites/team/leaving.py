"""Leaving a team by oneself, as admin or contributor; the account page leads here."""

from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from sites.models import User, Village
from sites.provisioning import ProvisioningError
from sites.tenancy import is_portal_staff, villages_of

from . import acts
from .members import find_member, is_last_admin, members_of


class LeavePage(WagtailAdminTemplateMixin):
    header_icon = "group"

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]


class LeaveIndexView(LeavePage, TemplateView):
    """From the account page: which village to leave."""

    template_name = "sites/admin/team/leave_index.html"
    page_title = gettext_lazy("Leave a village's team")

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(villages=villages_of(self.request.user), **kwargs)


class LeaveView(LeavePage, TemplateView):
    """Asks before one leaves a team, and does it; for contributors, too."""

    template_name = "sites/admin/team/leave.html"
    page_title = gettext_lazy("Leave the team")

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        own = [village.pk for village in villages_of(request.user)]
        self.village = get_object_or_404(Village.objects.filter(pk__in=own), pk=kwargs["village"])
        self.member = find_member(self.village, request.user.pk)
        if self.member is None or self.member.is_of_regency:
            raise Http404

    def get_page_subtitle(self) -> str:
        return str(self.village)

    def get_context_data(self, **kwargs) -> dict:
        is_last = is_last_admin(members_of(self.village), self.member)
        return super().get_context_data(**{**kwargs, "village": self.village, "is_last": is_last})

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            acts.leave(self.village, self.member.user)
        except ProvisioningError as error:
            messages.error(request, str(error))
            return redirect("village_team:leave", self.village.pk)
        # Who has no village or office left would only be told that the admin is not theirs.
        if not User.objects.get(pk=request.user.pk).has_perm("wagtailadmin.access_admin"):
            logout(request)
        message = _("You are out of the team of %(village)s.")
        messages.success(request, message % {"village": self.village})
        return redirect("wagtailadmin_home")


def leave_item(user: User) -> dict | None:
    """What the account page offers to people of villages."""
    if not villages_of(user) or is_portal_staff(user):
        return None
    return {
        "url": reverse("village_team:leave_index"),
        "label": _("Leave a village's team"),
        "help_text": _("Your account stays, but you can't write for that village any more."),
    }
