"""A lesson of a course."""

from django.http import Http404, HttpRequest, HttpResponse


def lesson(course, request: HttpRequest, slug: str) -> HttpResponse:
    found = next((lesson for lesson in course.lesson_list if lesson.slug == slug), None)
    if found is None:
        raise Http404
    return course.render(request, context_overrides={"lesson": found}, template="learning/lesson.html")
