"""Where pages stand: conditions that other questions are made of."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import (
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
)
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
    return Q(path__startswith=container, depth__gte=HOME_DEPTH, **conditions)


def below_any(tops: Iterable[Page]) -> Q:
    """Condition for some pages and all below them; for none of them where there are none."""
    return reduce(or_, (Q(path__startswith=top.path) for top in tops), Q(pk__in=[]))


def restriction_above() -> Exists:
    """Condition for a page that is restricted itself or lies below one that is."""
    own_path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.alias(below=own_path)
    return Exists(restrictions.filter(below__startswith=F("page__path")))
