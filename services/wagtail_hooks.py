from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from services.staff import history, menu, panels


@hooks.register("register_admin_urls")
def register_inbox():
    return menu.urlpatterns()


@hooks.register("register_admin_menu_item")
def offer_inbox() -> MenuItem:
    return menu.InboxItem()


@hooks.register("register_admin_menu_item")
def offer_report() -> MenuItem:
    return menu.RegencyReportItem()


@hooks.register("construct_homepage_panels")
def add_inbox(request: HttpRequest, found: list) -> None:
    found.extend(panels.panels_for(request))


@hooks.register("register_log_actions")
def register_acts_at_the_inbox(actions) -> None:
    history.register(actions)
