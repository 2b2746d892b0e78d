"""Which rows are made anew, at once or, where many pages change in a row, together at the end."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import reduce
from itertools import islice
from operator import or_

from django.apps import apps
from django.db.models import Q

from .keeping import keep_entries

PATHS_AT_ONCE = 200
_waiting: ContextVar[list[str] | None] = ContextVar("waiting", default=None)


@contextmanager
def together() -> Iterator[None]:
    """Keep the rows of all pages that change within it in a few queries, when it ends without an error.

    For imports: what it publishes stands in the market when the whole table does.
    """
    paths: list[str] = []
    token = _waiting.set(paths)
    try:
        yield
    finally:
        _waiting.reset(token)
    keep_below(paths)


def keep_below(paths: Iterable[str]) -> None:
    """Keep the rows of products at or below some places of the tree."""
    waiting = _waiting.get()
    if waiting is not None:
        waiting += paths
        return
    products, left = apps.get_model("marketplace_pages", "ProductPage").objects, iter(dict.fromkeys(paths))
    while some := list(islice(left, PATHS_AT_ONCE)):
        keep_entries(products.filter(reduce(or_, (Q(path__startswith=path) for path in some))))
