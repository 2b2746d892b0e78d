from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from services.library import files_in_use
from services.service_desk import history as service_history
from services.service_desk import menu as service_menu
from services.service_desk.over_villages import TemplatesItem
from services.service_desk.panels import panels_for
from services.staff import documents, history, menu, panels


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


@hooks.register("register_admin_urls")
def register_service_desk():
    return service_menu.urlpatterns()


@hooks.register("register_admin_menu_item")
def offer_service_desk() -> MenuItem:
    return service_menu.ServicesItem()


@hooks.register("register_admin_menu_item")
def offer_templates() -> MenuItem:
    return TemplatesItem()


@hooks.register("register_log_actions")
def register_acts_at_the_service_desk(actions) -> None:
    service_history.register(actions)


@hooks.register("construct_homepage_panels")
def add_service_cards(request: HttpRequest, found: list) -> None:
    found += panels_for(request)


@hooks.register("register_admin_urls")
def register_adding_documents():
    return documents.urlpatterns()


@hooks.register("register_admin_menu_item")
def offer_adding_documents() -> MenuItem:
    return documents.AddDocumentItem()


hooks.register("register_admin_urls", files_in_use.urlpatterns, order=-1)
hooks.register("register_bulk_action", files_in_use.DeleteDocumentsAction, order=1)
