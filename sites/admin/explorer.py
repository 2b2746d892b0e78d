"""The explorer's listing, without filters that name every village and every person.

Wagtail's own side bar offers all sites and all users to everybody: a leak
between villages, and a list that grows with their number.
"""

from django.contrib.auth.models import Group
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.admin.views.pages.listing import GenericPageFilterSet
from wagtail.admin.viewsets.pages import PageViewSet, page_viewset_registry
from wagtail.models import Page

from sites.models import BasePage
from sites.models.container import SiteContainerPage

from .saving import OneSaveAtATimeView


class VillagePageFilterSet(GenericPageFilterSet):
    owner = None
    edited_by = None
    site = None


class PasswordOnlyPrivacyView(SetPrivacyView):
    """Wagtail lists every group of the installation, whether a page may be closed by them or not."""

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        form.fields["groups"].queryset = Group.objects.none()
        return form


class VillagePageViewSet(PageViewSet):
    filterset_class = VillagePageFilterSet
    edit_view_class = OneSaveAtATimeView
    set_privacy_view_class = PasswordOnlyPrivacyView


def register() -> None:
    """Use the listing below every page; the addresses stay Wagtail's."""
    viewset = VillagePageViewSet()
    # The root of the tree is a plain page.
    for model in (Page, SiteContainerPage, BasePage):
        page_viewset_registry.register(model, viewset, parent_models=[model])
