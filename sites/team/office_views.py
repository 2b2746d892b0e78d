"""The page *Staf* of an office: its own people read it, portal staff change it."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from sites.admin.offices import steps_to
from sites.mail_addresses import NO_ADDRESS
from sites.models import Office
from sites.provisioning import ProvisioningError
from sites.tenancy import can_see

from . import office_staff
from .members import name_of, state_of


class StaffPage(WagtailAdminTemplateMixin):
    header_icon = "group"
    page_title = gettext_lazy("Staff of the office")

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.office = get_object_or_404(Office.objects.exclude(group=None), pk=kwargs["office"])

    def get_page_subtitle(self) -> str:
        return self.office.display_name

    def get_breadcrumbs_items(self) -> list[dict]:
        staff = {"url": self.staff_url, "label": StaffPage.page_title}
        here = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), *self.steps_above(), staff, here]

    def steps_above(self) -> list[dict]:
        """Back to the office: portal staff to its entry, its own people to its pages."""
        if office_staff.may_manage(self.request.user):
            return steps_to(self.office)
        page = self.office.pages.order_by("path").first()
        explore_url = reverse("wagtailadmin_explore", args=[page.pk])
        return [{"url": explore_url, "label": self.office.abbreviation}]

    def get_context_data(self, **kwargs) -> dict:
        # The parts of the address come as keywords, too.
        return super().get_context_data(**{**kwargs, "office": self.office, "staff_url": self.staff_url})

    @property
    def staff_url(self) -> str:
        return reverse("office_staff:members", args=[self.office.pk])


class StaffView(StaffPage, TemplateView):
    template_name = "sites/admin/offices/staff.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not can_see(request.user, self.office):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict]:
        return super().get_breadcrumbs_items()[:-1]

    def get_context_data(self, **kwargs) -> dict:
        people = [
            {"user": user, "name": name_of(user), "state": state_of(user)}
            for user in office_staff.staff_of(self.office)
        ]
        may_manage = office_staff.may_manage(self.request.user)
        return super().get_context_data(people=people, may_manage=may_manage, **kwargs)


class ManagedStaffPage(StaffPage):
    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not office_staff.may_manage(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def to_staff(self) -> HttpResponse:
        return redirect("office_staff:members", self.office.pk)


class InvitationForm(forms.Form):
    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        max_length=254,
        help_text=gettext_lazy("The person's own address, not one that several people read."),
        error_messages={"invalid": NO_ADDRESS},
    )


class InviteView(ManagedStaffPage, FormView):
    template_name = "sites/admin/offices/invite.html"
    form_class = InvitationForm
    page_title = gettext_lazy("Invite staff")

    def form_valid(self, form) -> HttpResponse:
        email = form.cleaned_data["email"]
        try:
            office_staff.invite(self.office, self.request.user, email)
        except ProvisioningError as error:
            form.add_error("email", str(error))
            return self.form_invalid(form)
        except OSError:
            messages.warning(
                self.request, _("The letter could not be sent. Invite the same address again later.")
            )
            return self.to_staff()
        message = _("%(email)s is on the staff. A letter with the next steps goes to this address.")
        messages.success(self.request, message % {"email": email})
        return self.to_staff()


class TakeOutView(ManagedStaffPage, TemplateView):
    """Asks before someone is taken off the staff, and does it."""

    template_name = "sites/admin/offices/take_out.html"
    page_title = gettext_lazy("Take off the staff")

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.person = get_object_or_404(office_staff.staff_of(self.office), pk=kwargs["person"])

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**{**kwargs, "person": self.person, "name": name_of(self.person)})

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        office_staff.take_out(self.office, request.user, self.person)
        message = _("%(person)s is off the staff and can't open anything of this office any more.")
        messages.success(request, message % {"person": name_of(self.person)})
        return self.to_staff()
