"""What is done to one person: taken out of the team, taken back, sent a letter."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages

from sites.models import FormerMember, User
from sites.provisioning import ProvisioningError

from . import acts
from .members import former_members_of, is_last_admin, members_of, name_of
from .views import TeamMixin, TeamPage


class TakeOutView(TeamPage, TemplateView):
    """Asks before someone is taken out of the team, and does it."""

    template_name = "sites/admin/team/take_out.html"
    page_title = gettext_lazy("Take out of the team")

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.member = self.find_person()

    def get_context_data(self, **kwargs) -> dict:
        is_last = is_last_admin(members_of(self.village), self.member)
        return super().get_context_data(
            member=self.member, is_last=is_last, kept_days=FormerMember.KEPT_DAYS, **kwargs
        )

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if self.member.user == request.user:
            return redirect("village_team:leave", self.village.pk)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        message = _("%(person)s is out of the team and can't open anything of this village any more.")
        try:
            self.attempt(acts.take_out, self.member.user, success=message % {"person": self.member.name})
        except ProvisioningError as error:
            messages.error(request, str(error))
        return self.to_team()


class ActView(TeamMixin, View):
    """Something done at once by a button; its address leads back to the team when it is only opened."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.to_team()

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        person = self.get_person()
        try:
            self.attempt(self.act, person, success=self.success_message % {"person": name_of(person)})
        except ProvisioningError as error:
            messages.error(request, str(error))
        return self.to_team()


class SendLetterView(ActView):
    act = staticmethod(acts.send_letter)
    success_message = gettext_lazy("A letter with a link goes to the address of %(person)s.")

    def get_person(self) -> User:
        return self.find_person().user


class TakeBackView(ActView):
    act = staticmethod(acts.take_back)
    success_message = gettext_lazy("%(person)s is in the team again, and gets a letter that says so.")

    def get_person(self) -> User:
        return get_object_or_404(former_members_of(self.village), user=self.kwargs["person"]).user
