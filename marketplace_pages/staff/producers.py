"""Who looks after a business: admins of its village invite them and take them out again."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages

from marketplace_pages.producers import acts
from sites.mail_addresses import NO_ADDRESS
from sites.provisioning import ProvisioningError
from sites.querysets import LARGEST_KEY
from sites.team.members import name_of, state_of

from .access import businesses_of
from .desk import NAMESPACE, BesideDesk

TITLE = gettext_lazy("Producers")


class InvitationForm(forms.Form):
    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        max_length=254,
        help_text=gettext_lazy("The person's own address, not one that several people read."),
        error_messages={"invalid": NO_ADDRESS},
    )


class OfBusiness(BesideDesk):
    """Finds the business of the address among the visitor's own."""

    header_icon = "group"

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        key = min(kwargs["business_id"], LARGEST_KEY)
        self.business = get_object_or_404(businesses_of(request.user), pk=key)

    def get_page_subtitle(self) -> str:
        return self.business.title

    @property
    def people_url(self) -> str:
        return reverse(f"{NAMESPACE}:producers", args=[self.business.pk])

    def get_context_data(self, **kwargs) -> dict:
        # The parts of the address come as keywords, too.
        return super().get_context_data(
            **{**kwargs, "business": self.business, "people_url": self.people_url}
        )


class ProducersView(OfBusiness, FormView):
    """The people of a business, and the form that invites the next one."""

    template_name = "marketplace_pages/admin/producers.html"
    form_class = InvitationForm
    page_title = TITLE

    def get_context_data(self, **kwargs) -> dict:
        people = [
            {"user": user, "name": name_of(user), "state": state_of(user)}
            for user in acts.producers_of(self.business)
        ]
        return super().get_context_data(people=people, **kwargs)

    def form_valid(self, form) -> HttpResponse:
        email = form.cleaned_data["email"]
        try:
            acts.invite(self.business, self.request.user, email)
        except ProvisioningError as error:
            form.add_error("email", str(error))
            return self.form_invalid(form)
        except OSError:
            message = _("The letter could not be sent. Invite the same address again later.")
            messages.warning(self.request, message)
        else:
            message = _("%(email)s looks after the business. A letter with the next steps is on its way.")
            messages.success(self.request, message % {"email": email})
        return redirect(self.people_url)


class TakeOutView(OfBusiness, TemplateView):
    """Asks before somebody is taken out, and does it."""

    template_name = "marketplace_pages/admin/take_out.html"
    page_title = gettext_lazy("Take out")

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        key = min(kwargs["person"], LARGEST_KEY)
        self.person = get_object_or_404(acts.producers_of(self.business), pk=key)

    def steps_between(self) -> list[dict]:
        return [{"url": self.people_url, "label": TITLE}]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**{**kwargs, "name": name_of(self.person)})

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        acts.take_out(self.business, request.user, self.person)
        message = _("%(person)s can't open anything of this business any more.")
        messages.success(request, message % {"person": name_of(self.person)})
        return redirect(self.people_url)
