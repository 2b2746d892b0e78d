"""What a course weighs, item by item, for phones that keep it."""

from django.conf import settings
from django.http import Http404, HttpRequest, JsonResponse

from .listing import pack_of


def pack(course, request: HttpRequest) -> JsonResponse:
    """The list of the course at the address where it is read: its own, or that of a guest.

    What is not for everybody is kept on no device.
    """
    if not settings.SERVICE_WORKER or course.get_view_restrictions().exists():
        raise Http404
    course.is_public = True
    return JsonResponse(pack_of(course, request))
