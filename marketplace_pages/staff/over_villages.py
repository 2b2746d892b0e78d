"""What offices and portal staff see of the market of all villages: entries of the menu beside the desk."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from sites.tenancy import is_portal_staff, is_publisher

from .desk import NAMESPACE


class OverVillagesItem(MenuItem):
    """For offices; portal staff have the desk, which leads there."""

    def is_shown(self, request: HttpRequest) -> bool:
        return is_publisher(request.user) and not is_portal_staff(request.user)


def items() -> list[OverVillagesItem]:
    found = [
        (_("The market in figures"), "regency_figures", "view"),
        (_("Readiness of tourism villages"), "readiness_overview", "site"),
    ]
    return [
        OverVillagesItem(
            label,
            reverse_lazy(f"{NAMESPACE}:{name}"),
            name=f"market-{name}",
            icon_name=icon,
            order=161 + place,
        )
        for place, (label, name, icon) in enumerate(found)
    ]
