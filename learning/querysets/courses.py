"""The questions asked of courses."""

from typing import Self

from django.apps import apps
from django.conf import settings
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from wagtail.models import PageManager

from sites.querysets import VillagePageQuerySet


class CourseQuerySet(VillagePageQuerySet):
    def for_cards(self) -> Self:
        """Without what only the page itself prints: all lessons and questions."""
        return super().for_cards().defer("lessons", "questions", "sources", "outcomes")

    def in_listing_order(self) -> Self:
        """What the village keeps on top, then its own, then by name."""
        known = self.query.annotations
        first = [name for name in ("-pinned_here", "is_guest") if name.lstrip("-") in known]
        return self.order_by(*first, "title", "pk")

    def as_courses(self) -> Self:
        """Each course once: its Indonesian version, or what there is where it has none."""
        indonesian = self.model._base_manager.filter(
            translation_key=OuterRef("translation_key"), locale__language_code=settings.LANGUAGE_CODE
        )
        return self.filter(Q(locale__language_code=settings.LANGUAGE_CODE) | ~Exists(indonesian))

    def with_figures(self) -> Self:
        """Say of each course how often it was begun, finished, tried and certified, in all versions."""
        milestones, attempts, certificates = (
            apps.get_model("learning", name)._default_manager
            for name in ("Milestone", "Attempt", "Certificate")
        )
        return self.annotate(
            starts=_number_of(milestones.filter(kind="start")),
            completions=_number_of(milestones.filter(kind="completion")),
            tries=_number_of(attempts.all()),
            certified=_number_of(certificates.all()),
        )


def _number_of(rows: QuerySet) -> Coalesce:
    """How many of some rows are of a course, whichever of its versions they stand with."""
    of_course = rows.filter(course__translation_key=OuterRef("translation_key")).order_by()
    counted = of_course.values("course__translation_key").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


class CourseManager(PageManager.from_queryset(CourseQuerySet)):
    """Manager of courses."""
