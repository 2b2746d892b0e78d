"""What a course weighs, item by item, for phones that keep it."""

from django.http import HttpRequest, JsonResponse


def pack(course, request: HttpRequest) -> JsonResponse:
    return JsonResponse({"items": [lesson.get_url(request) for lesson in course.lesson_list]})
