""" "Redirects": each village's own, from addresses that are gone; Wagtail's own list knows no villages."""

from django import forms
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets import AdminPageChooser
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from sites.redirects import complaint_about_old_path, leads_round
from sites.tenancy.viewsets import OwnedFormMixin, OwnedModelViewSet


class RedirectForm(OwnedFormMixin, WagtailAdminModelForm):
    """From one address of one site to a page, or to any address."""

    site = forms.ModelChoiceField(Site.objects.order_by("site_name"), label=_("Site"))

    redirect_link = forms.URLField(
        label=_("or to another address"),
        help_text=_("A whole address, for example https://contoh.desa.id/."),
        max_length=255,
        required=False,
        assume_scheme="https",
    )

    class Meta:
        model = Redirect
        fields = ["site", "old_path", "redirect_page", "redirect_link", "is_permanent"]
        widgets = {"redirect_page": AdminPageChooser}
        labels = {
            "old_path": _("Old address"),
            "redirect_page": _("Leads to a page"),
            "is_permanent": _("For good"),
        }
        help_texts = {
            "old_path": _("The part behind the host, for example /profil-lama."),
            "is_permanent": _(
                "Tick this if the old address never comes back. Search engines then forget it."
            ),
        }

    def clean_old_path(self):
        path = Redirect.normalise_path(self.cleaned_data["old_path"])
        site = self.cleaned_data.get("site")
        if site and (complaint := complaint_about_old_path(site, path)):
            raise forms.ValidationError(complaint)
        return path

    def clean_redirect_link(self):
        link = self.cleaned_data["redirect_link"]
        if link:
            URLValidator(schemes=["http", "https"])(link)
        return link

    def clean(self):
        cleaned = super().clean()
        targets = [cleaned.get("redirect_page"), cleaned.get("redirect_link")]
        if "redirect_link" not in self.errors and "redirect_page" not in self.errors:
            if not any(targets):
                self.add_error("redirect_page", _("Choose a page, or write an address below."))
            if all(targets):
                self.add_error("redirect_link", _("Choose a page or write an address, not both."))
        return cleaned

    def _post_clean(self):
        super()._post_clean()
        if not self.errors and leads_round(self.instance):
            self.add_error("old_path", _("This would lead in a circle: the target leads back here."))


class OneAtATime:
    """Two that lead to one another could each be right alone, so they are checked in turn."""

    def post(self, request, *args, **kwargs):
        with transaction.atomic():
            site = request.POST.get("site", "")
            if site.isdecimal():
                Site.objects.select_for_update().filter(pk=site).first()
            return super().post(request, *args, **kwargs)


class RedirectIndexView(generic.IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("redirect_page", "site")


class AddRedirectView(OneAtATime, generic.CreateView):
    pass


class EditRedirectView(OneAtATime, generic.EditView):
    pass


def target_of(redirect: Redirect) -> str:
    return redirect.redirect_page.title if redirect.redirect_page else redirect.redirect_link


class RedirectViewSet(OwnedModelViewSet):
    model = Redirect
    name = "site_redirects"
    url_prefix = "pengalihan"
    icon = "redirect"
    menu_label = _("Redirects")
    # After documents, before reports.
    menu_order = 450
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    add_to_reference_index = False
    index_view_class = RedirectIndexView
    add_view_class = AddRedirectView
    edit_view_class = EditRedirectView
    list_display = [
        TitleColumn("old_path", label=_("Old address"), url_name="site_redirects:edit"),
        Column("target", label=_("Leads to"), accessor=target_of),
        Column("site", label=_("Site"), accessor="site.site_name"),
        BooleanColumn("automatically_created", label=_("Made by a new slug")),
    ]
    index_results_template_name = "sites/admin/redirects/results.html"
    list_per_page = 50
    search_fields = ["old_path", "redirect_link"]
    search_backend_name = None

    def get_form_class(self, for_update=False):
        return RedirectForm
