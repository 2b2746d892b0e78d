"""What all pages of the market's desk share: their name in addresses, and the way back up."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from sites.admin import desks

NAMESPACE = "market_desk"
DESK_TITLE = _("Market")


class BesideDesk(desks.BesideDesk):
    """A page of the admin right below the list of products."""

    header_icon = "pick"
    desk_title = DESK_TITLE
    desk_url_name = f"{NAMESPACE}:index"


class OverVillages(WagtailAdminTemplateMixin):
    """A page over all villages, for offices as well, who have no desk to lead back to."""

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]
