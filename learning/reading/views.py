"""A lesson of a course."""

from django.http import Http404, HttpRequest, HttpResponse

from .sights import lesson_at


def lesson(course, request: HttpRequest, slug: str) -> HttpResponse:
    if lesson_at(course, slug) is None:
        raise Http404
    return course.render(request, template="learning/lesson.html")
