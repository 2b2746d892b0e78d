"""What of a query is read: the parameters that pages declare. The others change nothing."""

from __future__ import annotations

from functools import cache

from django.apps import apps
from django.http import HttpRequest, QueryDict

from .addresses import narrowed
from .marks import mark_of


@cache
def all_parameters() -> frozenset[str]:
    """The parameters that any page reads."""
    declared = (getattr(model, "parameters", ()) for model in apps.get_models())
    return frozenset(name for names in declared for name in names)


def narrow(request: HttpRequest, names: frozenset[str]) -> None:
    """Take from a request what its page does not read, so that nothing of it stands in what is made."""
    mark_of(request).parameters = names
    query = request.META.get("QUERY_STRING", "")
    if request.method in ("GET", "HEAD") and query:
        request.META["QUERY_STRING"] = narrowed(query, names)
        request.GET = QueryDict(request.META["QUERY_STRING"], encoding=request.encoding)
