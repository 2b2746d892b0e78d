"""What the page of a course prints."""

from django.http import HttpRequest


def sights_of(course, request: HttpRequest) -> dict:
    """Context of the page of a course and of everything below it."""
    return {"lessons": course.lesson_list}
