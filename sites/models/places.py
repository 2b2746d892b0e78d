from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from sites.places import Place


class OnTheMap(models.Model):
    """Something at a point on the map."""

    latitude = models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("For example -8.2047. Hold down the place in a map app to see it."),
    )
    longitude = models.FloatField(
        _("longitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("For example 114.3205."),
    )

    class Meta:
        abstract = True

    @property
    def pin(self) -> Place | None:
        if self.latitude is None or self.longitude is None:
            return None
        return Place(self.latitude, self.longitude)
