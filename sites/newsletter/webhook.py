"""Where a mail service tells of addresses that take no letters; docs/deploy.md shows what it sends."""

import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from . import returns

MOST = 500


@csrf_exempt  # asked by a machine, which has no cookie; the secret stands for it
@require_POST
def bounces(request: HttpRequest) -> HttpResponse:
    """Take `{"bounces": [{"email": "…", "type": "hard" or "soft"}]}` from whoever knows the secret."""
    if not settings.BOUNCE_SECRET:
        raise Http404
    given = request.headers.get("Authorization", "")
    if not constant_time_compare(given.encode(), f"Bearer {settings.BOUNCE_SECRET}".encode()):
        return JsonResponse({"error": "The secret is wrong."}, status=403)
    told = _told(request.body)
    if told is None:
        return JsonResponse({"error": f"Send at most {MOST} bounces, each with email and type."}, status=400)
    return JsonResponse({"known": sum(returns.take_address(email, kind == "hard") for email, kind in told)})


def _told(body: bytes) -> list[tuple[str, str]] | None:
    try:
        rows = json.loads(body)["bounces"]
        told = [(row["email"], row["type"]) for row in rows[:MOST]]
    except (ValueError, KeyError, TypeError):
        return None
    is_plain = all(isinstance(email, str) and kind in ("hard", "soft") for email, kind in told)
    return told if is_plain and len(rows) <= MOST else None
