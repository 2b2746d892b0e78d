"""Roles in the team of a village, and who was taken out of it."""

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .village import Village


class Role(models.TextChoices):
    ADMIN = "admin", pgettext_lazy("role in a village", "Admin")
    CONTRIBUTOR = "contributor", pgettext_lazy("role in a village", "Contributor")


class FormerMemberQuerySet(models.QuerySet):
    def remembered(self) -> Self:
        """Those whose time is not over; `delete_expired` deletes the others."""
        return self.filter(left_at__gt=_oldest())

    def expired(self) -> Self:
        return self.filter(left_at__lte=_oldest())


class FormerMember(models.Model):
    """Somebody who left the team of a village, kept for a year so that the village can undo it.

    The account itself is not touched: it may belong to others as well.
    """

    kept_for_a_time = "former members"
    KEPT_DAYS = 365

    village = models.ForeignKey(Village, models.CASCADE, related_name="former_members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    role = models.CharField(_("role"), max_length=11, choices=Role)
    left_at = models.DateTimeField(_("left at"), default=timezone.now, db_index=True)

    objects = FormerMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("former member of a team")
        verbose_name_plural = _("former members of teams")
        constraints = [models.UniqueConstraint(fields=["village", "user"], name="left_a_village_once")]

    def __str__(self):
        return f"{self.user} ({self.village})"

    @property
    def forgotten_at(self):
        return self.left_at + timedelta(days=self.KEPT_DAYS)


def _oldest():
    return timezone.now() - timedelta(days=FormerMember.KEPT_DAYS)
