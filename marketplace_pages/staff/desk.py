"""What all pages of the market's desk share: their name in addresses, and the way back up."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

NAMESPACE = "market_desk"
DESK_TITLE = _("Market")


class BesideDesk(WagtailAdminTemplateMixin):
    """A page of the admin right below the list of products."""

    header_icon = "pick"

    def get_breadcrumbs_items(self) -> list[dict]:
        above = {"url": reverse(f"{NAMESPACE}:index"), "label": DESK_TITLE}
        here = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), above, *self.steps_between(), here]

    def steps_between(self) -> list[dict]:
        return []


class OverVillages(WagtailAdminTemplateMixin):
    """A page over all villages, for offices as well, who have no desk to lead back to."""

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]
