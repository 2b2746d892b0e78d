"""The questions asked of results: how many began, how many came to the end, and what they got wrong."""

from typing import Self

from django.db import models
from django.utils import timezone


class CourseResultQuerySet(models.QuerySet):
    def of(self, course) -> Self:
        """Those of a course, whichever of its versions is asked."""
        return self.filter(course__translation_key=course.translation_key)

    def expired(self) -> Self:
        return self.filter(created_at__lt=timezone.now() - self.model.KEPT)


class MilestoneQuerySet(CourseResultQuerySet):
    """See the model."""


class AttemptQuerySet(CourseResultQuerySet):
    def passed(self) -> Self:
        return self.filter(passed=True)
