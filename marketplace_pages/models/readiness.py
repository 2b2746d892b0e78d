from django.db import models
from django.utils.translation import gettext_lazy as _

from marketplace_pages.readiness import Criterion


class ReadinessAnswer(models.Model):
    """What a village says itself about one criterion of readiness for tourism."""

    village = models.ForeignKey("sites.Village", models.CASCADE, related_name="readiness")
    criterion = models.CharField(_("criterion"), max_length=20, choices=Criterion)
    is_met = models.BooleanField(_("we have it"), default=False)
    note = models.CharField(_("note"), max_length=300, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("answer about readiness for tourism")
        verbose_name_plural = _("answers about readiness for tourism")
        constraints = [
            models.UniqueConstraint(fields=["village", "criterion"], name="readiness_answered_once")
        ]

    def __str__(self):
        return self.get_criterion_display()
