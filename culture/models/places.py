from django.db import models
from django.utils.translation import gettext_lazy as _

from sites.models import OnTheMap


class HeldSomewhere(OnTheMap):
    """Where a class or an event is: a building, a room in it, and a point on the map."""

    place = models.CharField(
        _("place"), max_length=120, blank=True, help_text=_("For example: Balai desa, or Pantai Boom.")
    )
    room = models.CharField(
        _("room"), max_length=80, blank=True, help_text=_("For example: Pendopo. Empty: no room of its own.")
    )

    class Meta:
        abstract = True

    @property
    def place_text(self) -> str:
        return ", ".join(part for part in (self.room, self.place) if part)
