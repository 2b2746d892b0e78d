"""What a course, its lessons and its quiz say to search engines."""

from django.http import HttpRequest


def course(page, request: HttpRequest) -> dict:
    """Properties of a `Course` of schema.org."""
    return {"provider": {"@type": "Organization", "name": page.publisher_name}}
