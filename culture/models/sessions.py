from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from culture.querysets import SessionQuerySet
from culture.states import SessionState
from sites.querysets import one_of


class ClassSession(models.Model):
    """One meeting of a class. It stands with the Indonesian version of the class."""

    owned_through = "class_page"
    wagtail_reference_index_ignore = True

    class_page = models.ForeignKey("culture.ClassPage", models.CASCADE, related_name="sessions")
    # What the recurrence says; it stays when the session is moved.
    planned_at = models.DateTimeField(editable=False)
    starts_at = models.DateTimeField(_("begins at"), db_index=True)
    ends_at = models.DateTimeField(pgettext_lazy("class or event", "ends at"))
    state = models.CharField(_("state"), max_length=9, choices=SessionState, default=SessionState.PLANNED)
    reason = models.CharField(_("reason"), max_length=160, blank=True)
    reason_en = models.CharField(_("reason in English"), max_length=160, blank=True)
    # Calendars that follow the class take over what is newer than what they have.
    changed_at = models.DateTimeField(auto_now=True)
    # Counted when attendance is taken, and kept when the names are erased.
    attended = models.PositiveSmallIntegerField(_("came"), null=True, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["class_page", "planned_at"], name="class_meets_once"),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="session_in_order"
            ),
        ]

    def __str__(self):
        return date_format(localtime(self.starts_at), "DATETIME_FORMAT")

    @classmethod
    def moments_on(cls, site: Site) -> list[tuple]:
        """When sessions begin and end; see page_cache/slots.py."""
        classes = cls._meta.get_field("class_page").related_model.objects.shown_on(site)
        rows = cls.objects.filter(one_of(classes.values("pk"), "class_page"))
        return [(rows, "starts_at"), (rows, "ends_at")]

    @property
    def is_cancelled(self) -> bool:
        return self.state == SessionState.CANCELLED

    @property
    def is_moved(self) -> bool:
        return self.state == SessionState.MOVED

    @property
    def display_reason(self) -> str:
        return self.reason_en if self.reason_en and get_language() == "en" else self.reason
