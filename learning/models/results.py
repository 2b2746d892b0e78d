"""What is kept of learning: how many began and finished, and what they got wrong. Of nobody by name."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from learning.querysets import AttemptQuerySet, MilestoneQuerySet


class CourseResult(models.Model):
    """`key` is made where somebody learns: what is sent twice counts once. `site` is where it was taken."""

    owned_through = "course"
    wagtail_reference_index_ignore = True
    KEPT = timedelta(days=730)

    key = models.UUIDField(unique=True, editable=False)
    site = models.ForeignKey("wagtailcore.Site", models.CASCADE, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True


class Milestone(CourseResult):
    """Somebody has begun a course, or has come to its end."""

    kept_for_a_time = "milestones of courses"

    class Kind(models.TextChoices):
        START = "start", pgettext_lazy("course", "begun")
        COMPLETION = "completion", pgettext_lazy("course", "finished")

    course = models.ForeignKey("learning.CoursePage", models.CASCADE, related_name="milestones")
    kind = models.CharField(max_length=10, choices=Kind)

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        indexes = [models.Index(fields=["course", "kind", "created_at"], name="milestone_by_course")]

    def __str__(self):
        return f"{self.get_kind_display()} {self.created_at:%Y-%m-%d}"


class Attempt(CourseResult):
    """A quiz that was sent: its outcome by the version that the learner has seen, `revision`."""

    kept_for_a_time = "results of quizzes"

    course = models.ForeignKey("learning.CoursePage", models.CASCADE, related_name="attempts")
    revision = models.ForeignKey("wagtailcore.Revision", models.SET_NULL, null=True, related_name="+")
    percent = models.PositiveSmallIntegerField()
    passed = models.BooleanField()
    # Keys of questions, as lists.
    right_questions = models.JSONField(default=list)
    wrong_questions = models.JSONField(default=list)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        verbose_name = _("result of a quiz")
        verbose_name_plural = _("results of quizzes")
        indexes = [models.Index(fields=["course", "created_at"], name="attempt_by_course")]
        constraints = [
            models.CheckConstraint(condition=models.Q(percent__lte=100), name="attempt_percent_in_range")
        ]

    def __str__(self):
        return f"{self.percent} % {self.created_at:%Y-%m-%d}"
