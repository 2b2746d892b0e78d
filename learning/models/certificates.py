from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from learning.querysets import CertificateQuerySet

LONGEST_NAME = 80


class Certificate(models.Model):
    """That somebody has passed the quiz of a course. The only thing that is kept of a learner's name.

    What it says of course and issuer is written down, for a course may be renamed later. An empty name was
    erased, on request or by time; the certificate stays genuine.
    """

    owned_through = "course"
    wagtail_reference_index_ignore = True

    course = models.ForeignKey("learning.CoursePage", models.CASCADE, related_name="certificates")
    attempt = models.OneToOneField(
        "learning.Attempt", models.SET_NULL, null=True, editable=False, related_name="certificate"
    )
    site = models.ForeignKey("wagtailcore.Site", models.CASCADE, related_name="+")
    code = models.CharField(_("code"), max_length=14, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=LONGEST_NAME, blank=True)
    course_title = models.CharField(_("course"), max_length=255)
    issuer = models.CharField(_("issued by"), max_length=160)
    language = models.CharField(_("language"), max_length=5)
    percent = models.PositiveSmallIntegerField()
    passed_on = models.DateField(_("passed on"))
    created_at = models.DateTimeField(_("issued at"), default=timezone.now)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)
    revoke_reason = models.CharField(_("why it was revoked"), max_length=200, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        # Without a name: this stands in logs.
        return gettext("Certificate %(code)s") % {"code": self.code}

    @property
    def is_revoked(self) -> bool:
        return self.revoked_at is not None

    @property
    def is_printable(self) -> bool:
        return bool(self.name) and not self.is_revoked
