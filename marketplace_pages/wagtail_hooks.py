from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import register_permission_policy

from marketplace_pages import editor
from marketplace_pages.models import ProductCategory
from marketplace_pages.staff import history, menu, over_villages
from marketplace_pages.staff.categories import CategoryViewSet, RegencyPolicy
from marketplace_pages.staff.panels import panels_for

register_permission_policy(ProductCategory, RegencyPolicy(ProductCategory))


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def tell_of_rows_without_a_bumdes(request: HttpRequest, page: Page) -> None:
    editor.tell_of_rows_without_a_bumdes(request, page)


@hooks.register("before_delete_page")
def keep_what_is_in_use(request: HttpRequest, page: Page) -> HttpResponse | None:
    return editor.keep_what_is_in_use(request, [page])


@hooks.register("before_move_page")
def keep_permits_true(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    return editor.keep_permits_true(request, [page], destination)


@hooks.register("before_bulk_action")
def mind_many(request: HttpRequest, action: str, objects: list, view) -> HttpResponse | None:
    if not objects or not isinstance(objects[0], Page):
        return None
    if action == "delete":
        return editor.keep_what_is_in_use(request, objects)
    if action == "publish":
        return editor.refuse_unfit(request, objects, view.cleaned_form.cleaned_data["include_descendants"])
    if action == "move":
        return editor.keep_permits_true(request, objects, view.cleaned_form.cleaned_data["chooser"])
    return None


@hooks.register("register_admin_viewset")
def register_categories():
    return CategoryViewSet()


@hooks.register("construct_homepage_panels")
def add_cards(request: HttpRequest, panels: list) -> None:
    panels += panels_for(request)


@hooks.register("register_admin_urls")
def register_market_desk():
    return menu.urlpatterns()


@hooks.register("register_admin_menu_item")
def offer_market_desk() -> MenuItem:
    return menu.MarketDeskItem()


@hooks.register("register_log_actions")
def register_acts_at_the_desk(actions) -> None:
    history.register(actions)


for item in over_villages.items():
    hooks.register("register_admin_menu_item", lambda item=item: item)
