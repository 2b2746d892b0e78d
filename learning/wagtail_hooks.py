from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

from learning import editor


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
