from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from culture import editor
from culture.staff import history, menu


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
@hooks.register("after_publish_page")
def name_who_else_is_in_the_room(request: HttpRequest, page: Page) -> None:
    editor.warn_of_rooms(request, page)


@hooks.register("before_edit_page")
def remember_when_a_class_meets(request: HttpRequest, page: Page) -> None:
    if request.method == "POST":
        editor.remember_schedules(request, [page])


@hooks.register("before_bulk_action")
def remember_when_many_classes_meet(request: HttpRequest, action: str, objects: list, view) -> None:
    if action == "publish" and objects and isinstance(objects[0], Page):
        editor.remember_schedules(request, objects)


@hooks.register("after_edit_page")
def say_who_has_not_been_told(request: HttpRequest, page: Page) -> None:
    editor.warn_of_changed_schedules(request, [page])


@hooks.register("after_bulk_action")
def say_who_has_not_been_told_of_many(request: HttpRequest, action: str, objects: list, view) -> None:
    if action == "publish" and objects and isinstance(objects[0], Page):
        editor.warn_of_changed_schedules(request, objects)


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
def keep_people_in_classes(request: HttpRequest, page: Page) -> HttpResponse | None:
    return editor.keep_people_in_classes(request, [page])


@hooks.register("before_bulk_action")
def keep_people_in_many_classes(
    request: HttpRequest, action: str, objects: list, view
) -> HttpResponse | None:
    if not objects or not isinstance(objects[0], Page):
        return None
    if action in {"delete", "unpublish"}:
        return editor.keep_people_in_classes(request, objects)
    if action == "publish":
        return editor.refuse_unfit(request, objects, view.cleaned_form.cleaned_data["include_descendants"])
    if action == "move":
        destination = view.cleaned_form.cleaned_data["chooser"]
        return editor.keep_people_in_their_village(request, objects, destination)
    return None


@hooks.register("before_move_page")
def keep_people_in_their_village(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    return editor.keep_people_in_their_village(request, [page], destination)


@hooks.register("register_admin_urls")
def register_class_desk():
    return menu.urlpatterns()


@hooks.register("register_admin_menu_item")
def offer_class_desk() -> MenuItem:
    return menu.ClassDeskItem()


@hooks.register("register_log_actions")
def register_acts_at_the_desk(actions) -> None:
    history.register(actions)
