"""For people of several villages: which one they work for now, and the way to another."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.sidebar import PageExplorerMenuItem
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.contrib.settings.registry import SettingMenuItem

from sites.models import Village
from sites.tenancy import villages_of, working_village
from sites.tenancy.working import own_village, work_for


@require_POST
def switch_village(request: HttpRequest) -> HttpResponse:
    """Work for another of one's own villages from now on."""
    village = own_village(request, request.POST.get("village", ""))
    if village is None:
        messages.error(request, _("You don't work for this village. Choose one of yours."))
    else:
        work_for(request, village)
        messages.success(request, _("You now work for %(village)s.") % {"village": village})
    return redirect("wagtailadmin_home")


class SwitchPanel(Component):
    """The names of all of a person's villages as buttons, on the first page of the admin."""

    name = "switch_village"
    template_name = "sites/admin/switch_village.html"
    order = 40

    def get_context_data(self, parent_context: dict) -> dict:
        request = parent_context["request"]
        return {
            "csrf_token": parent_context["csrf_token"],
            "villages": villages_of(request.user),
            "working": working_village(request),
        }


class VillagePagesItem(MenuItem):
    """Wagtail's entry "Pages", which would begin at the root of the tree."""

    def __init__(self, item: MenuItem, village: Village):
        url = reverse("wagtailadmin_explore", args=[village.container_id])
        super().__init__(item.label, url, name=item.name, icon_name=item.icon_name, order=item.order)
        self.start = village.container_id

    def render_component(self, request: HttpRequest) -> PageExplorerMenuItem:
        return PageExplorerMenuItem(self.name, self.label, self.url, self.start, icon_name=self.icon_name)


def _chosen_village(request: HttpRequest) -> Village | None:
    """The working village of people who have others, too."""
    return working_village(request) if len(villages_of(request.user)) > 1 else None


def lead_to_pages(request: HttpRequest, items: list) -> None:
    """Show on every page which village a person works for, and begin with its pages."""
    village = _chosen_village(request)
    if village is None:
        return
    items[:] = [VillagePagesItem(item, village) if item.name == "explorer" else item for item in items]
    home = reverse("wagtailadmin_home")
    items.append(MenuItem(village.display_name, home, name="working-village", icon_name="home", order=1))


def lead_to_settings(request: HttpRequest, items: list) -> None:
    """Open the settings of the working village, where the person may change them."""
    village = _chosen_village(request)
    if village is None:
        return
    for number, item in enumerate(items):
        if isinstance(item, SettingMenuItem) and issubclass(item.model, BaseSiteSetting):
            items[number] = _setting_of(item, village, request)


def _setting_of(item: SettingMenuItem, village: Village, request: HttpRequest) -> MenuItem:
    allowed = item.model.get_permission_policy().sites_user_has_permission_for(request.user, "change")
    if not allowed.filter(pk=village.site_id).exists():
        return item
    names = [item.model._meta.app_label, item.model._meta.model_name]
    url = reverse("wagtailsettings:edit", args=[*names, village.site_id])
    return MenuItem(item.label, url, name=item.name, icon_name=item.icon_name, order=item.order)


def switch_urls() -> list[URLPattern | URLResolver]:
    patterns = [path("", switch_village, name="switch")]
    return [path("desa-kerja/", include((patterns, "village_switch")))]


def register() -> None:
    hooks.register("register_admin_urls", switch_urls)
    hooks.register("construct_main_menu", lead_to_pages)
    hooks.register("construct_settings_menu", lead_to_settings)
