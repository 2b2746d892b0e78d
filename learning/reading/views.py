"""A lesson of a course."""

from django.http import Http404, HttpRequest, HttpResponse

from learning.quizzes.practice import practised

from .sights import lesson_at


def lesson(course, request: HttpRequest, slug: str) -> HttpResponse:
    found = lesson_at(course, slug)
    if found is None:
        raise Http404
    return course.render(
        request, context_overrides=practised(found, request), template="learning/lesson.html"
    )
