from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from sites import finder
from sites.frame import frame_for
from sites.models import Village

from .answer import Answer, answer
from .spelling import clean_query
from .suggestions import suggest

MOST_VILLAGES, MOST_SUGGESTED_VILLAGES = 8, 3


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Search the requested site in the active language; the portal also finds villages by name."""
    frame = frame_for(request)
    if get_language() not in frame.settings.languages:
        return redirect(reverse("wagtail_serve", args=[""]))
    asked = request.GET
    found = answer(
        asked.get("q", ""),
        frame.site,
        get_language(),
        as_typed=bool(asked.get("exact")),
        kind=asked.get("type", ""),
        number=asked.get("page"),
    )
    villages = _villages(found) if frame.is_portal and found.query else {}
    return render(request, "sites/search.html", {"found": found, "query": found.query, **villages})


def _villages(found: Answer) -> dict:
    """Villages by name, and nearly the same names where nothing fits the query as it was typed."""
    register = list(Village.objects.light())
    named = finder.find(found.query, register)[:MOST_VILLAGES]
    nothing = not named and (found.corrected or not found.total)
    return {"villages": named, "near_villages": finder.suggest(found.query, register) if nothing else []}


@require_safe
@cache_control(public=True, max_age=300)
def suggestions(request: HttpRequest) -> JsonResponse:
    """Titles for the list below the search field, and their number in words for those who can't see it."""
    frame, text = frame_for(request), request.GET.get("q", "")
    if get_language() not in frame.settings.languages:
        return JsonResponse({"items": [], "message": ""})
    items = [
        {"title": page.title, "url": page.get_url(request), "type": page.page_type_display_name}
        for page in suggest(text, frame.site, get_language())
    ]
    if frame.is_portal:
        named = finder.find(clean_query(text), Village.objects.open().light()) if len(text) > 1 else []
        items = [
            {"title": village.display_name, "url": village.url, "type": village.district}
            for village in named[:MOST_SUGGESTED_VILLAGES]
        ] + items
    message = ngettext("%(number)d suggestion", "%(number)d suggestions", len(items)) % {"number": len(items)}
    return JsonResponse({"items": items, "message": message})
