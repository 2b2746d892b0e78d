from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from learning.querysets import LearningCodeQuerySet


class LearningCode(models.Model):
    """What somebody has learned so far, to be taken to another phone. Says nothing of who that is.

    Kept for some months after it was used last. The code itself is not stored, only its hash.
    """

    kept_for_a_time = "learning codes"
    KEPT = timedelta(days=180)

    site = models.ForeignKey("wagtailcore.Site", models.CASCADE, related_name="+")
    code_hash = models.CharField(max_length=64, unique=True, editable=False)
    # Which lessons are read, by course and lesson; see learning/progress/.
    progress = models.JSONField(default=dict)
    created_at = models.DateTimeField(default=timezone.now)
    used_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = LearningCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("learning code")
        verbose_name_plural = _("learning codes")

    def __str__(self):
        return f"{self.site_id}, {self.created_at:%Y-%m-%d}"
