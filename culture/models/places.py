from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from sites.places import Place


class HeldSomewhere(models.Model):
    """Where a class or an event is: a building, a room in it, and a point on the map."""

    place = models.CharField(
        _("place"), max_length=120, blank=True, help_text=_("For example: Balai desa, or Pantai Boom.")
    )
    room = models.CharField(
        _("room"), max_length=80, blank=True, help_text=_("For example: Pendopo. Empty: no room of its own.")
    )
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
    def place_text(self) -> str:
        return ", ".join(part for part in (self.room, self.place) if part)

    @property
    def pin(self) -> Place | None:
        if self.latitude is None or self.longitude is None:
            return None
        return Place(self.latitude, self.longitude)
