"""A lesson of a course."""

from django.http import Http404, HttpRequest, HttpResponse

from learning.quizzes.practice import practised


def lesson(course, request: HttpRequest, slug: str) -> HttpResponse:
    found = next((lesson for lesson in course.lesson_list if lesson.slug == slug), None)
    if found is None:
        raise Http404
    sights = {"lesson": found} | practised(found, request)
    return course.render(request, context_overrides=sights, template="learning/lesson.html")
