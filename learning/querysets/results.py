"""The questions asked of results: how many began, how many came to the end, and what they got wrong."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncMonth
from django.utils import timezone


class CourseResultQuerySet(models.QuerySet):
    def of(self, course) -> Self:
        """Those of a course, whichever of its versions is asked."""
        return self.filter(course__translation_key=course.translation_key)

    def since(self, day: date) -> Self:
        """From a day on, which says of each its first day of the month as `month`."""
        return self.filter(created_at__date__gte=day).annotate(month=TruncMonth("created_at"))

    def expired(self) -> Self:
        return self.filter(created_at__lt=timezone.now() - self.model.KEPT)


class MilestoneQuerySet(CourseResultQuerySet):
    def counted_by(self, *names: str) -> QuerySet:
        """How many there are of each kind, for each value of some fields: the values, kind and number."""
        return self.order_by().values_list(*names, "kind").annotate(number=Count("pk"))


class AttemptQuerySet(CourseResultQuerySet):
    def counted_by(self, *names: str) -> QuerySet:
        """How often it was tried and passed, for each value of some expressions: the values, both numbers."""
        passed = Count("pk", filter=Q(passed=True))
        return self.order_by().values_list(*names).annotate(tries=Count("pk"), passes=passed)
