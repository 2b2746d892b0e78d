"""Counts as parts of other questions."""

from django.db.models import Count, IntegerField, Subquery
from django.db.models.functions import Coalesce


def number_of(rows, group: str, what: str = "pk") -> Coalesce:
    """How many rows of a subquery belong to each of its groups, as an annotation."""
    counted = rows.order_by().values(group).annotate(number=Count(what, distinct=True)).values("number")
    return Coalesce(Subquery(counted), 0, output_field=IntegerField())
