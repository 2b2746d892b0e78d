from wagtail import hooks
from wagtail.admin.menu import MenuItem

from services.staff import documents, history, menu


@hooks.register("register_admin_urls")
def register_inbox():
    return menu.urlpatterns()


@hooks.register("register_admin_menu_item")
def offer_inbox() -> MenuItem:
    return menu.InboxItem()


@hooks.register("register_log_actions")
def register_acts_at_the_inbox(actions) -> None:
    history.register(actions)


@hooks.register("register_admin_urls")
def register_adding_documents():
    return documents.urlpatterns()


@hooks.register("register_admin_menu_item")
def offer_adding_documents() -> MenuItem:
    return documents.AddDocumentItem()
