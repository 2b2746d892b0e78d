"""Where pages stand: conditions that other questions are made of."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import (
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.lookups import Exact
from wagtail.models import Page, PageViewRestriction, Site

# Root is 1, a site's container 2, its homes 3.
HOME_DEPTH = 3
# Below the portal's home stands the list of offices, and there each office's page.
OFFICE_DEPTH = HOME_DEPTH + 2
# Addresses may name any number; databases refuse to look for a larger one.
LARGEST_KEY = 2**63 - 1


def village_scope(site: Site, **conditions) -> Q:
    """Condition for a site's pages in every language of its tree: all below its container."""
    container = site.root_page.path[: 2 * Page.steplen]
    # From one path to another, not by its beginning: SQLite would read every page for that.
    below = Page._get_children_path_interval(container)
    return Q(path__range=below, depth__gte=HOME_DEPTH, **conditions)


def below_any(tops: Iterable[Page]) -> Q:
    """Condition for some pages and all below them; for none of them where there are none."""
    return reduce(or_, (Q(path__startswith=top.path) for top in tops), Q(pk__in=[]))


def restriction_above() -> Exists:
    """Condition for a page that is restricted itself or lies below one that is."""
    own_path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    # Asked for by its key, not joined: SQLite takes restrictions, mostly none, for many, and would look
    # through all pages for each page.
    top_path = Subquery(Page.objects.filter(pk=OuterRef("page")).values("path"))
    restrictions = PageViewRestriction.objects.alias(below=own_path, top=top_path)
    return Exists(restrictions.filter(below__startswith=F("top")))


class OneOf(Exact):
    """Compares a field with each value of an array. PostgreSQL only."""

    def get_rhs_op(self, connection, rhs: str) -> str:
        return f"= ANY {rhs}"


def one_of(keys: QuerySet, field: str = "pk") -> Q:
    """Condition for the rows whose field has one of some keys, asked for first and in the same query.

    From eight joins on, PostgreSQL joins a list of keys as late as it is written: after all rows.
    """
    if connection.vendor != "postgresql":
        return Q(**{f"{field}__in": keys})
    return Q(OneOf(F(field), ArraySubquery(keys)))
