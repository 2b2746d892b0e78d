from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from marketplace_pages.querysets import ImportQuerySet


class ProductImport(models.Model):
    """A table of products that somebody has sent: what it holds, what would become of it, and what has.

    It is kept on the server between looking at it and confirming it, so that nothing can be changed on the
    way, and for a day, so that its wrong rows can be had. Only its maker finds it.
    """

    kept_for_a_time = "imports of products"
    KEPT = timedelta(days=1)

    village = models.ForeignKey("sites.Village", models.CASCADE, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(_("made at"), auto_now_add=True, db_index=True)
    file_name = models.CharField(_("file"), max_length=120)
    unknown_columns = models.JSONField(default=list)
    # Each row as [number, cells, faults]; its line of the report stands at the same place.
    rows = models.JSONField(default=list)
    report = models.JSONField(default=list)
    written = models.PositiveIntegerField(default=0)  # how many rows have been gone through
    confirmed_at = models.DateTimeField(null=True)
    writing_since = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import of products")
        verbose_name_plural = _("imports of products")

    def __str__(self):
        return self.file_name

    @property
    def is_finished(self) -> bool:
        return self.written >= len(self.rows)
