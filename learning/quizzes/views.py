"""The quiz of a course."""

from django.http import Http404, HttpRequest, HttpResponse


def quiz(course, request: HttpRequest) -> HttpResponse:
    if not course.question_list:
        raise Http404
    return course.render(request, template="learning/quiz.html")
