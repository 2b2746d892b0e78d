"""The register of villages for portal staff: open a site, move it, close it."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.permission_policies import ModelPermissionPolicy

from sites import provisioning
from sites.mail_addresses import NO_ADDRESS
from sites.models import Village
from sites.tenancy import is_portal_staff


class VillagePolicy(ModelPermissionPolicy):
    """Villages come from the register and are closed, never deleted."""

    def user_has_permission(self, user, action):
        return action != "delete" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return super().user_has_any_permission(user, set(actions) - {"delete"})


class OpenSiteForm(WagtailAdminModelForm):
    """Everything a new site needs: which village, under which host, and who looks after it."""

    village = forms.ModelChoiceField(
        Village.objects.filter(site=None),
        label=_("Village"),
        help_text=_("Villages of the register that have no site yet."),
    )
    hostname = forms.CharField(
        label=_("Host name"), max_length=253, help_text=_("For example kemiren.desa.id, without http://.")
    )
    admin_email = forms.EmailField(
        label=_("E-mail of the village's admin"),
        required=False,
        help_text=_("They get a letter with a link to choose a password."),
        error_messages={"invalid": NO_ADDRESS},
    )

    class Meta:
        model = Village
        fields = []

    def save(self, commit=True):
        data = self.cleaned_data
        self.instance, _created = provisioning.create_village(
            data["village"].code, data["hostname"], data["admin_email"]
        )
        return self.instance


class VillageForm(WagtailAdminModelForm):
    """What may change later: the host, and where the village lies."""

    hostname = forms.CharField(
        label=_("Host name"), max_length=253, help_text=_("The old host leads to the new one from then on.")
    )

    class Meta:
        model = Village
        fields = ["latitude", "longitude", "altitude_m"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.site:
            self.fields["hostname"].initial = self.instance.site.hostname
        else:
            del self.fields["hostname"]

    def save(self, commit=True):
        village = super().save(commit)
        if "hostname" in self.cleaned_data:
            provisioning.change_hostname(village, self.cleaned_data["hostname"])
        return village


class ProvisioningFormMixin:
    """Shows what provisioning refuses beside the field that it is about; nothing is lost."""

    def save_instance(self):
        with transaction.atomic():
            return super().save_instance()

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except provisioning.ProvisioningError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
            self.is_valid(form)
            return self.form_invalid(form)


class VillageIndexView(generic.IndexView):
    add_item_label = _("Open a village's site")


class OpenSiteView(ProvisioningFormMixin, generic.CreateView):
    page_title = _("Open a village's site")

    def get_initial(self):
        return {"village": self.request.GET.get("village")}

    def get_success_message(self, instance):
        return gettext("The site of %(village)s is ready: %(url)s") % {
            "village": instance,
            "url": instance.url,
        }

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except OSError:
            if self.object is None:
                raise
            # The letter goes out last, after the commit.
            messages.warning(
                self.request, gettext("The letter could not be sent. Invite the same address again later.")
            )
            return redirect("village_team:members", self.object.pk)


class VillageEditView(ProvisioningFormMixin, generic.EditView):
    @property
    def header_more_buttons(self):
        village = self.object
        buttons = list(super().header_more_buttons)
        if village.site is None:
            url = reverse("villages:add") + f"?village={village.pk}"
            buttons.append(Button(_("Open its site"), url, icon_name="plus", priority=10))
        else:
            if village.is_open:
                buttons.append(Button(_("View the site"), village.url, icon_name="view", priority=10))
                if is_portal_staff(self.request.user):
                    team_url = reverse("village_team:members", args=[village.pk])
                    buttons.append(Button(_("Team"), team_url, icon_name="group", priority=15))
            label = _("Close the site") if village.is_open else _("Open the site again")
            url = reverse("villages:close", args=[village.pk])
            buttons.append(Button(label, url, icon_name="lock", priority=20))
        return buttons


class CloseVillageView(WagtailAdminTemplateMixin, TemplateView):
    """Asks before a site is closed or opened again, and does it."""

    template_name = "sites/admin/close_village.html"
    header_icon = "lock"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("sites.change_village"):
            raise PermissionDenied
        self.village = get_object_or_404(Village.objects.exclude(site=None), pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return _("Close the site") if self.village.is_open else _("Open the site again")

    def get_page_subtitle(self):
        return str(self.village)

    def get_context_data(self, **kwargs):
        return super().get_context_data(village=self.village, **kwargs)

    def post(self, request, *args, **kwargs):
        if self.village.is_open:
            provisioning.close_village(self.village)
            message = _("The site of %(village)s is closed.")
        else:
            provisioning.reopen_village(self.village)
            message = _("The site of %(village)s is open again.")
        messages.success(request, message % {"village": self.village})
        return redirect("villages:edit", self.village.pk)


class VillageViewSet(ModelViewSet):
    model = Village
    name = "villages"
    url_prefix = "villages"
    icon = "globe"
    menu_label = _("Villages")
    menu_order = 150
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    add_to_reference_index = False
    list_display = [
        TitleColumn("display_name", label=_("Village"), url_name="villages:edit"),
        "district",
        "code",
        Column("hostname", label=_("Host name")),
        Column("state", label=_("State")),
    ]
    list_filter = ["kind", "district"]
    list_per_page = 50
    search_fields = ["name", "name_key", "district", "code"]
    search_backend_name = None
    index_view_class = VillageIndexView
    add_view_class = OpenSiteView
    edit_view_class = VillageEditView
    permission_policy = VillagePolicy(Village)

    def get_form_class(self, for_update=False):
        return VillageForm if for_update else OpenSiteForm

    def get_urlpatterns(self):
        kept = [pattern for pattern in super().get_urlpatterns() if pattern.name != "delete"]
        return [*kept, path("close/<int:pk>/", CloseVillageView.as_view(), name="close")]
