"""Lists of businesses in the sitemap."""

from django.http import HttpRequest

from sites.frame import frame_for

from .parts import BusinessList, parts_of
from .scopes import Scope


def parts(index, request: HttpRequest) -> list[dict]:
    """An entry for each list that has something in it; their translations stand in their own heads.

    One query.
    """
    scope = Scope.of(index, frame_for(request).site)
    kinds = set(scope.businesses().order_by().values_list("kind", flat=True).distinct())
    return [_entry(part, request) for part in parts_of(index) if kinds & set(part.kinds)]


def _entry(part: BusinessList, request: HttpRequest) -> dict:
    address = request.build_absolute_uri(part.get_url(request))
    return {"location": address, "lastmod": part.whole.last_published_at, "alternates": []}
