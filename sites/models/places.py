from django.apps import apps
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from sites import locator
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

    def on_the_map(self) -> dict:
        """What `components/locator.html` draws of the point; empty where none is known. One query."""
        if not self.pin:
            return {}
        villages = apps.get_model("sites", "ProfilePage").villages_on_the_map()
        return {
            "place": self.pin,
            "map_url": self.pin.map_url,
            "locator": locator.draw(self.pin, villages),
            "crater_text": locator.crater_text(self.pin),
        }
