from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from learning import editor
from learning.staff import history, menu


@hooks.register("before_delete_page")
def keep_certificates(request: HttpRequest, page: Page) -> HttpResponse | None:
    return editor.keep_certificates(request, [page])


@hooks.register("before_move_page")
def keep_results_in_their_place(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    return editor.keep_results_in_their_place(request, [page], destination)


@hooks.register("before_bulk_action")
def mind_many_courses(request: HttpRequest, action: str, objects: list, view) -> HttpResponse | None:
    if not objects or not isinstance(objects[0], Page):
        return None
    if action == "delete":
        return editor.keep_certificates(request, objects)
    if action == "publish":
        return editor.refuse_unfit(request, objects, view.cleaned_form.cleaned_data["include_descendants"])
    if action == "move":
        destination = view.cleaned_form.cleaned_data["chooser"]
        return editor.keep_results_in_their_place(request, objects, destination)
    return None


@hooks.register("register_admin_urls")
def register_course_desk():
    return menu.urlpatterns()


@hooks.register("register_admin_menu_item")
def offer_course_desk() -> MenuItem:
    return menu.CourseDeskItem()


@hooks.register("register_log_actions")
def register_acts_at_the_desk(actions) -> None:
    history.register(actions)
