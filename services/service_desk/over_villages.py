"""What offices and portal staff see of their templates: how far they reach, and what villages change."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from services.models import ServicePage
from services.querysets.services import CHECK_AGAIN_AFTER
from sites.tenancy import is_publisher, working_village

from .access import templates_of
from .desk import NAMESPACE
from .figures import adjusted_by_field, own_pages_of, uptake_of

TEMPLATES_TITLE = _("Service templates")


class TemplatesView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "services/admin/templates.html"
    page_title = TEMPLATES_TITLE
    header_icon = "list-ul"

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs) -> dict:
        templates = templates_of(self.request.user).select_related("locale", "office").order_by("title", "pk")
        return super().get_context_data(
            rows=uptake_of(templates), oldest=timezone.localdate() - CHECK_AGAIN_AFTER, **kwargs
        )


class UptakeView(WagtailAdminTemplateMixin, TemplateView):
    """One template: the fields that villages change, and the villages."""

    template_name = "services/admin/template.html"
    header_icon = "list-ul"

    @cached_property
    def template(self) -> ServicePage:
        found = templates_of(self.request.user).select_related("locale", "form", "office")
        return get_object_or_404(found, pk=self.kwargs["sent_id"])

    def get_page_title(self) -> str:
        return self.template.title

    def get_breadcrumbs_items(self) -> list[dict]:
        above = {"url": reverse(f"{NAMESPACE}:templates"), "label": TEMPLATES_TITLE}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs) -> dict:
        pages = own_pages_of(self.template)
        return super().get_context_data(
            uptake=uptake_of([self.template])[0],
            fields=adjusted_by_field(pages),
            pages=pages,
            edit_url=reverse("wagtailadmin_pages:edit", args=[self.template.pk]),
            **kwargs,
        )


class TemplatesItem(MenuItem):
    """For offices and portal staff; people of a village have their list, which leads there."""

    def __init__(self):
        super().__init__(
            TEMPLATES_TITLE,
            reverse_lazy(f"{NAMESPACE}:templates"),
            name="service-templates",
            icon_name="list-ul",
            order=149,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return is_publisher(request.user) and working_village(request) is None
