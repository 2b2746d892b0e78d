from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from services.choices import ServiceStatus


class ServiceState(models.Model):
    """That a service is limited or closed for now; set from a phone, without a new version of its page.

    `service` is the Indonesian version. Past its last day, or without a row, all is as usual.
    """

    owned_through = "service"
    Status = ServiceStatus

    service = models.OneToOneField("services.ServicePage", models.CASCADE, related_name="state")
    status = models.CharField(_("state"), max_length=7, choices=Status)
    reason = models.CharField(_("reason (Indonesian)"), max_length=200)
    reason_en = models.CharField(_("reason (English)"), max_length=200, blank=True)
    until = models.DateField(
        _("until"), null=True, blank=True, help_text=_("The last day. Empty: until you change it.")
    )
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    set_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("state of a service")
        verbose_name_plural = _("states of services")

    def __str__(self):
        return self.get_status_display()

    @property
    def holds(self) -> bool:
        return self.status != ServiceStatus.NORMAL and (
            self.until is None or self.until >= timezone.localdate()
        )
