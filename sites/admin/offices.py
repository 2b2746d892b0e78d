"""The offices of the regency for portal staff: add one, open its space, name it anew."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from sites import provisioning
from sites.admin.columns import STACKED, NumberColumn, TextColumn
from sites.mail_addresses import NO_ADDRESS
from sites.models import Office, OfficePage
from sites.sharing.addresses import complaint_about_slug

from .villages import ProvisioningFormMixin, VillagePolicy

TAKEN = _("Another office has this address already. Choose another one.")


class OfficePolicy(VillagePolicy):
    """Offices are renamed and taken off the portal, never deleted: what they published names them."""


class OfficeForm(WagtailAdminModelForm):
    """What an office is called and does. Its address stays once its page is there."""

    class Meta:
        model = Office
        fields = ["abbreviation", "slug", "name", "name_en", "role", "role_en"]
        fields += ["named_in_programme", "may_alert", "two_step_check"]
        help_texts = {"slug": _("The last part of the page's address, for example disbudpar.")}
        error_messages = {"slug": {"unique": TAKEN}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].widget.attrs["rows"] = self.fields["role_en"].widget.attrs["rows"] = 3
        if self.instance.pk and self.instance.pages.exists():
            self.fields["slug"].disabled = True

    def clean_slug(self):
        slug = self.cleaned_data["slug"].lower()
        if complaint := complaint_about_slug(slug):
            raise forms.ValidationError(complaint)
        if OfficePage.objects.exclude(office=self.instance.pk).filter(slug=slug).exists():
            raise forms.ValidationError(TAKEN)
        return slug

    def save(self, commit=True):
        office = super().save(commit)
        if office.pages.exists():
            provisioning.upgrade_office(office)
        return office


def steps_to(office: Office) -> list[dict]:
    """Breadcrumbs of the admin that lead portal staff back to an office."""
    edit_url = reverse("offices:edit", args=[office.pk])
    return [
        {"url": reverse("offices:index"), "label": gettext("Offices")},
        {"url": edit_url, "label": office.abbreviation},
    ]


class OpenOfficeForm(forms.Form):
    admin_email = forms.EmailField(
        label=_("E-mail of the first of its staff"),
        required=False,
        help_text=_("They get a letter with a link to choose a password. You can invite others later."),
        error_messages={"invalid": NO_ADDRESS},
    )


class StateColumn(TextColumn):
    def get_value(self, instance):
        if not instance.page_count:
            return gettext("no page yet")
        return gettext("open") if instance.live_count else gettext("page taken off")


class OfficeIndexView(generic.IndexView):
    add_item_label = _("Add an office")
    table_classname = STACKED

    def get_base_queryset(self):
        counts = {
            "page_count": Count("pages", distinct=True),
            "live_count": Count("pages", filter=Q(pages__live=True), distinct=True),
            "staff_count": Count("group__user", distinct=True),
        }
        return super().get_base_queryset().annotate(**counts)


class OfficeEditView(ProvisioningFormMixin, generic.EditView):
    @property
    def header_more_buttons(self):
        office, buttons = self.object, list(super().header_more_buttons)
        page = office.pages.order_by("path").first()
        if page is None:
            url = reverse("offices:open", args=[office.pk])
            return [*buttons, Button(_("Open its page"), url, icon_name="plus", priority=10)]
        edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        staff_url = reverse("office_staff:members", args=[office.pk])
        return [
            *buttons,
            Button(_("Edit the page"), edit_url, icon_name="edit", priority=10),
            Button(_("Staff"), staff_url, icon_name="group", priority=15),
        ]


class OfficeAddView(ProvisioningFormMixin, generic.CreateView):
    page_title = _("Add an office")

    def get_success_url(self):
        """An office is added to be opened; this is asked next."""
        return reverse("offices:open", args=[self.object.pk])


class OpenOfficeView(WagtailAdminTemplateMixin, FormView):
    """Asks who is first of the staff, and makes the space of an office."""

    template_name = "sites/admin/offices/open.html"
    form_class = OpenOfficeForm
    page_title = _("Open the page of an office")
    header_icon = "plus"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.has_perm("sites.change_office"):
            raise PermissionDenied
        self.office = get_object_or_404(Office, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return self.office.display_name

    def get_breadcrumbs_items(self) -> list[dict]:
        here = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), *steps_to(self.office), here]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**{**kwargs, "office": self.office})

    def form_valid(self, form) -> HttpResponse:
        try:
            page, _created = provisioning.open_office(self.office, form.cleaned_data["admin_email"])
        except provisioning.ProvisioningError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
            return self.form_invalid(form)
        except OSError:
            if not self.office.pages.exists():
                raise
            # The letter goes out last, after the commit.
            messages.warning(
                self.request, gettext("The letter could not be sent. Invite the same address again later.")
            )
        else:
            message = gettext("The page of %(office)s is ready: %(url)s")
            names = {"office": self.office.display_name, "url": page.full_url}
            messages.success(self.request, message % names)
        return redirect("office_staff:members", self.office.pk)


class OfficeViewSet(ModelViewSet):
    model = Office
    name = "offices"
    url_prefix = "offices"
    icon = "group"
    menu_label = _("Offices")
    menu_order = 160
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    add_to_reference_index = False
    list_display = [
        TitleColumn("abbreviation", label=_("Office"), url_name="offices:edit"),
        Column("display_name", label=_("Name")),
        StateColumn("state", label=_("State")),
        NumberColumn("staff_count", label=_("Staff")),
    ]
    ordering = ["-named_in_programme", "abbreviation"]
    list_filter = ["named_in_programme", "may_alert"]
    list_per_page = 50
    search_fields = ["abbreviation", "name", "name_en", "slug"]
    search_backend_name = None
    index_view_class = OfficeIndexView
    add_view_class = OfficeAddView
    edit_view_class = OfficeEditView
    permission_policy = OfficePolicy(Office)

    def get_form_class(self, for_update=False):
        return OfficeForm

    def get_urlpatterns(self):
        kept = [pattern for pattern in super().get_urlpatterns() if pattern.name != "delete"]
        return [*kept, path("open/<int:pk>/", OpenOfficeView.as_view(), name="open")]
