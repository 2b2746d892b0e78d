"""What browsers tell of a course: that somebody has begun it, or has come to its end. Of nobody by name."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseNotAllowed

from sites import limits
from sites.frame import frame_for

from .attempts import keep_milestone

if TYPE_CHECKING:
    from learning.models import CoursePage

# A hall of pupils learns behind one address; each begins and ends a few courses.
FROM_ONE_READER, FROM_ONE_NETWORK, AT_ONE_COURSE = 600, 2000, 6000


def milestone(course: CoursePage, request: HttpRequest) -> HttpResponse:
    """Count once for each key. Answers 204; 400 to what makes no sense, 429 to more than a hall sends."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    kind, key = request.POST.get("kind", ""), read_key(request.POST.get("key", ""))
    milestones = course.milestones.model
    if key is None or kind not in milestones.Kind:
        return HttpResponseBadRequest("kind and key are needed\n", content_type="text/plain")
    most = limits.Limits("learning.milestone", FROM_ONE_READER, FROM_ONE_NETWORK, AT_ONE_COURSE)
    if not milestones.objects.filter(key=key).exists():
        if not limits.allows(request, f"milestones-{course.pk}", most):
            return HttpResponse("too many\n", status=429, content_type="text/plain")
        keep_milestone(course, frame_for(request).site, key, kind)
    return HttpResponse(status=204)


def read_key(text: str) -> UUID | None:
    """The key under which something counts once; None where it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None
