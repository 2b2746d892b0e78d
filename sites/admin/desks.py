"""Pages of the admin around the list that an app's desk begins with."""

from django.urls import reverse
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class BesideDesk(WagtailAdminTemplateMixin):
    """A page right below the list, to which its trail leads back."""

    # What the desk is called, and the name of its list among the addresses.
    desk_title = ""
    desk_url_name = ""

    def get_breadcrumbs_items(self) -> list[dict]:
        above = {"url": reverse(self.desk_url_name), "label": self.desk_title}
        here = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), above, *self.steps_between(), here]

    def steps_between(self) -> list[dict]:
        return []
