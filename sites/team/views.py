"""The pages of *Tim desa*. Whose they are stands in the address and is asked anew for each request."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from sites.models import FormerMember, Role, User
from sites.provisioning import ProvisioningError
from sites.tenancy import admin_villages_of, is_portal_staff

from . import acts
from .forms import InvitationForm, RoleForm
from .members import Member, find_member, former_members_of, managed_by, members_of


def team_title(is_desa: bool) -> str:
    return _("Village team") if is_desa else pgettext("kelurahan", "Village team")


def index(request: HttpRequest) -> HttpResponse:
    """Lead to the first team of one's own; portal staff choose from the register."""
    if own := admin_villages_of(request.user):
        return redirect("village_team:members", own[0].pk)
    if is_portal_staff(request.user):
        return redirect("villages:index")
    raise PermissionDenied


class TeamMixin:
    """Finds the village of the address, if its team is the reader's to look after."""

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.village = get_object_or_404(managed_by(request.user), pk=kwargs["village"])

    def find_person(self) -> Member:
        """The member of the address; those of the portal staff have no page."""
        member = find_member(self.village, self.kwargs["person"])
        if member is None or member.is_of_regency:
            raise Http404
        return member

    def attempt(self, act: Callable, *values, success: str) -> None:
        """Do something in the team and say so. A letter that can't be sent undoes nothing else."""
        try:
            act(self.village, self.request.user, *values)
        except OSError:
            message = _(
                "The letter could not be sent; the rest is done. Open the person, send it again later."
            )
            messages.warning(self.request, message)
        else:
            messages.success(self.request, success)

    def to_team(self) -> HttpResponse:
        return redirect("village_team:members", self.village.pk)


class TeamPage(TeamMixin, WagtailAdminTemplateMixin):
    header_icon = "group"

    def get_page_subtitle(self) -> str:
        return self.village.display_name

    def get_breadcrumbs_items(self) -> list[dict]:
        team = {"url": self.team_url, "label": f"{team_title(self.village.is_desa)}: {self.village}"}
        here = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), team, here]

    def get_context_data(self, **kwargs) -> dict:
        # The parts of the address come as keywords, too.
        return super().get_context_data(**{**kwargs, "village": self.village, "team_url": self.team_url})

    @property
    def team_url(self) -> str:
        return reverse("village_team:members", args=[self.village.pk])


class MembersView(TeamPage, TemplateView):
    template_name = "sites/admin/team/members.html"

    def get_page_title(self) -> str:
        return team_title(self.village.is_desa)

    def get_breadcrumbs_items(self) -> list[dict]:
        return super().get_breadcrumbs_items()[:-1]

    def get_context_data(self, **kwargs) -> dict:
        members = members_of(self.village)
        return super().get_context_data(
            members=members,
            former=former_members_of(self.village),
            kept_days=FormerMember.KEPT_DAYS,
            working_admins=sum(member.is_working_admin for member in members),
            others=[own for own in admin_villages_of(self.request.user) if own != self.village],
            **kwargs,
        )


class InviteView(TeamPage, FormView):
    template_name = "sites/admin/team/invite.html"
    form_class = InvitationForm
    page_title = gettext_lazy("Invite someone")

    def form_valid(self, form) -> HttpResponse:
        email, role = form.cleaned_data["email"], form.cleaned_data["role"]
        message = _("%(email)s is in the team. A letter with the next steps goes to this address.")
        try:
            self.attempt(acts.invite, email, role, success=message % {"email": email})
        except ProvisioningError as error:
            form.add_error("email", str(error))
            return self.form_invalid(form)
        return self.to_team()


class MemberView(TeamPage, FormView):
    """One person: who it is, and what may be done."""

    template_name = "sites/admin/team/member.html"
    form_class = RoleForm

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.member = self.find_person()

    def get_page_title(self) -> str:
        return self.member.name

    def get_initial(self) -> dict:
        return {"role": self.member.role}

    def get_context_data(self, **kwargs) -> dict:
        is_self = self.member.user == self.request.user
        return super().get_context_data(member=self.member, is_self=is_self, **kwargs)

    def form_valid(self, form) -> HttpResponse:
        role = Role(form.cleaned_data["role"])
        message = _("%(person)s has the role %(role)s now.") % {
            "person": self.member.name,
            "role": role.label,
        }
        try:
            self.attempt(acts.change_role, self.member.user, role, success=message)
        except ProvisioningError as error:
            form.add_error("role", str(error))
            return self.form_invalid(form)
        still_admin = managed_by(User.objects.get(pk=self.request.user.pk)).filter(pk=self.village.pk)
        return self.to_team() if still_admin.exists() else redirect("wagtailadmin_home")
