from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from sites.opening_hours import DAY_CHOICES


class DutyShift(models.Model):
    """Who is at the counter on a day of the week; who has an account hears of new requests by e-mail."""

    village = models.ForeignKey("sites.Village", models.CASCADE, related_name="duty_shifts")
    day = models.CharField(_("day"), max_length=9, choices=DAY_CHOICES)
    shown_as = models.CharField(
        _("as readers see it"),
        max_length=120,
        help_text=_("The position is enough: Kasi Pelayanan. A name only if this person agrees."),
    )
    shown_as_en = models.CharField(_("the same in English"), max_length=120, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("account that gets the e-mail"),
    )

    class Meta:
        verbose_name = _("shift at the counter")
        verbose_name_plural = _("shifts at the counter")
        ordering = ["pk"]

    def __str__(self):
        return self.shown_as
