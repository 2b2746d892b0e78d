from django.db import models
from django.utils.translation import gettext_lazy as _


class CannedAnswer(models.Model):
    """A text that clerks send often: to choose, and to change before it is sent."""

    village = models.ForeignKey("sites.Village", models.CASCADE, related_name="canned_answers")
    title = models.CharField(_("title"), max_length=80, help_text=_("Only your office sees it."))
    text = models.TextField(_("text"), max_length=1000)
    text_en = models.TextField(_("the same in English"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("ready answer")
        verbose_name_plural = _("ready answers")
        ordering = ["title"]

    def __str__(self):
        return self.title
