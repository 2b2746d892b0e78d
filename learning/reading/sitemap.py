"""Lessons and quiz in the sitemap."""

from django.http import HttpRequest

from learning.lessons import STREAMS, quiz_of


def parts(course, request: HttpRequest) -> list[dict]:
    """An entry for each part; its translations stand in its own head."""
    found = [*course.lesson_list, *filter(None, [quiz_of(course)])]
    return [
        {
            "location": request.build_absolute_uri(part.get_url(request)),
            "lastmod": course.last_published_at,
            "alternates": [],
        }
        for part in found
    ]


def fetch_streams(model, pages: list) -> None:
    """Give courses the streams that were left out when they were fetched. One query for all."""
    rows = model.objects.filter(pk__in=[page.pk for page in pages]).values_list("pk", *STREAMS)
    found = {pk: streams for pk, *streams in rows}
    for page in pages:
        for name, stream in zip(STREAMS, found[page.pk], strict=True):
            setattr(page, name, stream)
