"""Sample results in Kemiren, over some months, so that editors see what the pages of results tell."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import timezone

from learning.models import Attempt, CoursePage, Milestone
from sites.models import Village

from .certificates import VILLAGE_CODE

# Days ago, and which questions were wrong; None where the quiz was not sent.
LEARNERS = [
    (2, ()), (5, (1,)), (9, None), (16, (1, 2)), (34, ()), (41, (1,)),
    (47, None), (66, (0, 1)), (72, ()), (103, (1,)), (110, None),
]  # fmt: skip


def seed(report) -> None:
    """Needs sample courses; what is there stays."""
    village = Village.objects.open().with_site().filter(code=VILLAGE_CODE).first()
    if village is None:
        return
    courses = list(CoursePage.objects.live().filter(locale__language_code="id").order_by("path"))
    sent = [attempt for course in courses for attempt in attempts(course, village.site)]
    reached = [milestone for course in courses for milestone in milestones(course, village.site)]
    Attempt.objects.bulk_create(sent, ignore_conflicts=True)
    Milestone.objects.bulk_create(reached, ignore_conflicts=True)
    report(f"{len(sent)} results of quizzes")


def key_of(course: CoursePage, kind: str, number: int) -> UUID:
    return uuid5(NAMESPACE_URL, f"smart-kampung.demo.{course.slug}.{kind}.{number}")


def attempts(course: CoursePage, site) -> Iterator[Attempt]:
    keys = [question.key for question in course.question_list]
    for number, (days, wrong) in enumerate(LEARNERS):
        if wrong is None or not keys:
            continue
        missed = [keys[place] for place in wrong if place < len(keys)]
        percent = 100 * (len(keys) - len(missed)) // len(keys)
        yield Attempt(
            key=key_of(course, "attempt", number),
            course=course,
            site=site,
            revision=course.live_revision,
            created_at=timezone.now() - timedelta(days=days),
            percent=percent,
            passed=percent >= course.pass_percent,
            right_questions=[key for key in keys if key not in missed],
            wrong_questions=missed,
        )


def milestones(course: CoursePage, site) -> Iterator[Milestone]:
    """Everybody has begun; who sent the quiz has come to the end."""
    for number, (days, wrong) in enumerate(LEARNERS):
        kinds = [Milestone.Kind.START] if wrong is None else list(Milestone.Kind)
        for kind in kinds:
            yield Milestone(
                key=key_of(course, kind, number),
                course=course,
                site=site,
                kind=kind,
                created_at=timezone.now() - timedelta(days=days),
            )
