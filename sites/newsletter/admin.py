""" "Subscribers" of one's own site, and the letters that went to them. Nobody is added by hand."""

from django import forms
from django.db import transaction
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton

from sites.admin.columns import STACKED, MomentColumn, NumberColumn, TextColumn
from sites.admin.finding import FoundByForm
from sites.mail_addresses import NO_ADDRESS
from sites.models import Letter, Subscription
from sites.publications import kinds
from sites.tenancy import is_portal_staff, sees_several
from sites.tenancy.policies import OwnedPolicy
from sites.tenancy.viewsets import OwnedModelViewSet

from . import acts


class OwnReadersPolicy(OwnedPolicy):
    """A site's own people only: addresses of a village's readers are no business of the portal staff.

    Admins of a village look at theirs and erase, portal staff those of the portal. Nobody adds or changes.
    """

    def __init__(self, model, actions: frozenset[str]):
        super().__init__(model)
        self.actions = actions

    def user_has_any_permission(self, user, actions):
        actions = self.actions.intersection(actions)
        if not actions or not user.is_authenticated or not user.is_active:
            return False
        return is_portal_staff(user) or super().user_has_any_permission(user, actions)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        actions = self.actions.intersection(actions)
        if not actions:
            return False
        if is_portal_staff(user) and instance.site.is_default_site:
            return True
        return super().user_has_any_permission_for_instance(user, actions, instance)

    def instances_user_has_any_permission_for(self, user, actions):
        actions = self.actions.intersection(actions)
        if not actions:
            return self.model._default_manager.none()
        rows = super().instances_user_has_any_permission_for(user, actions)
        if is_portal_staff(user):
            rows = rows | self.model._default_manager.filter(site__is_default_site=True)
        return rows


class KindsColumn(TextColumn):
    @cached_property
    def names(self) -> dict[str, str]:
        return kinds()

    def get_value(self, instance):
        return ", ".join(self.names.get(key, key) for key in instance.kinds) or _("everything")


def to_subscribers() -> dict:
    """The way up to the list of subscribers, for breadcrumbs."""
    return {"url": reverse("newsletter_subscribers:index"), "label": SubscriberIndexView.page_title}


class OfOwnSitesIndex(generic.IndexView):
    """Says of each row whose it is where somebody works for several villages."""

    table_classname = STACKED

    @cached_property
    def columns(self):
        columns = super().columns
        if sees_several(self.request.user):
            columns = [*columns, TextColumn("site", label=_("Site"), accessor="site.site_name")]
        return columns

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("site")


class FindForm(forms.Form):
    """Asks for one address, whole: who wants to be erased says it."""

    address = forms.EmailField(
        label=gettext_lazy("Find an address"),
        widget=forms.EmailInput({"autocomplete": "off"}),
        error_messages={"invalid": NO_ADDRESS},
    )


class SubscriberIndexView(FoundByForm, OfOwnSitesIndex):
    page_title = gettext_lazy("Subscribers")
    find_form_class = FindForm

    def get_base_queryset(self):
        rows = super().get_base_queryset()
        return rows.filter(email=self.find_form.cleaned_data["address"].lower()) if self.is_finding else rows

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"index_url": self.get_index_url()}

    @cached_property
    def header_buttons(self):
        label, address = _("Letters sent"), reverse("newsletter_letters:index")
        return [*super().header_buttons, HeaderButton(label, address, icon_name="mail")]


class EraseSubscriberView(generic.DeleteView):
    """On request of the person; who reads can do it without us, by the link in each letter."""

    @transaction.atomic
    def delete_action(self):
        acts.hold(self.object)
        super().delete_action()

    page_title = gettext_lazy("Erase a subscriber")
    success_message = gettext_lazy("The address and everything kept with it are erased.")

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, to_subscribers(), {"url": "", "label": self.page_title}]

    def get_page_subtitle(self):
        return self.object.email

    def get_usage_url(self):
        # Nothing refers to a subscriber.
        return None

    @property
    def confirmation_message(self):
        return _("Erase %(email)s? No more letters go to this address, and nothing is kept.") % {
            "email": self.object.email
        }


class FewViews(OwnedModelViewSet):
    """Rows that come by themselves: nothing is added or changed by hand."""

    copy_view_enabled = False
    inspect_view_enabled = False
    add_to_reference_index = False
    form_fields = []
    search_fields = []
    kept_views = {"index", "index_results"}

    def get_urlpatterns(self):
        return [pattern for pattern in super().get_urlpatterns() if pattern.name in self.kept_views]


class SubscriberViewSet(FewViews):
    model = Subscription
    name = "newsletter_subscribers"
    url_prefix = "pelanggan"
    icon = "mail"
    menu_label = gettext_lazy("Subscribers")
    # After redirects, before reports.
    menu_order = 460
    add_to_admin_menu = True
    index_view_class = SubscriberIndexView
    delete_view_class = EraseSubscriberView
    delete_template_name = "sites/admin/newsletter/erase.html"
    list_display = [
        Column("email", label=gettext_lazy("E-mail"), sort_key="email", classname="whole-address"),
        TextColumn("frequency", label=gettext_lazy("How often"), accessor="get_frequency_display"),
        KindsColumn("kinds", label=gettext_lazy("Kinds")),
        TextColumn("language", label=gettext_lazy("Language"), accessor="get_language_display"),
        TextColumn("state", label=gettext_lazy("State")),
        MomentColumn("confirmed_at", label=gettext_lazy("Since"), sort_key="confirmed_at"),
        TitleColumn(
            "erase",
            label="",
            accessor=lambda _row: _("Erase"),
            classname="row-act",
            url_name="newsletter_subscribers:delete",
        ),
    ]
    list_filter = ["frequency", "language"]
    list_per_page = 50
    index_template_name = "sites/admin/newsletter/subscribers.html"
    kept_views = {"index", "index_results", "delete"}


class LetterIndexView(OfOwnSitesIndex):
    page_title = gettext_lazy("Letters sent")

    def get_breadcrumbs_items(self):
        items = super().get_breadcrumbs_items()
        return [*items[:-1], to_subscribers(), items[-1]]

    def get_base_queryset(self):
        return super().get_base_queryset().with_queue()


class LetterViewSet(FewViews):
    model = Letter
    name = "newsletter_letters"
    url_prefix = "surat-terkirim"
    icon = "mail"
    index_view_class = LetterIndexView
    list_display = [
        MomentColumn("until", label=gettext_lazy("Until"), sort_key="until"),
        TextColumn("frequency", label=gettext_lazy("How often"), accessor="get_frequency_display"),
        TextColumn("language", label=gettext_lazy("Language"), accessor="get_language_display"),
        NumberColumn("queued", label=gettext_lazy("In the queue")),
        NumberColumn("sent", label=gettext_lazy("Sent")),
        NumberColumn("failed", label=gettext_lazy("Failed")),
        NumberColumn("in_doubt", label=gettext_lazy("In doubt")),
    ]
    list_per_page = 50
