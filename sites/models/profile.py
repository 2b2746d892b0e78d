from decimal import Decimal

from django.core.cache import cache
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from sites import figures, locator, places
from sites.blocks import BodyBlock
from sites.forms import ProfilePageForm
from sites.frame import frame_for
from sites.media.renditions import pictures_in, prefetch_renditions
from sites.panels import TypedOnceInlinePanel, TypedOnceMultiFieldPanel
from sites.places import Place
from sites.transect import spread

from .typed_once import TypedOncePage
from .village import ALTITUDES, Village

# More points than these melt into each other on the drawing.
MOST_DOTS = 400
SIDES = ("north", "east", "south", "west")


class ProfilePage(TypedOncePage):
    """A village in itself: history, boundaries, figures, pictures, and where it lies."""

    class AreaUnit(models.TextChoices):
        HECTARES = "ha", _("hectares (ha)")
        SQUARE_KILOMETRES = "km²", _("square kilometres (km²)")

    body = StreamField(BodyBlock(), verbose_name=_("introduction and history"), blank=True)
    north = models.CharField(pgettext_lazy("boundary", "north"), max_length=120, blank=True)
    east = models.CharField(pgettext_lazy("boundary", "east"), max_length=120, blank=True)
    south = models.CharField(pgettext_lazy("boundary", "south"), max_length=120, blank=True)
    west = models.CharField(pgettext_lazy("boundary", "west"), max_length=120, blank=True)
    directions = models.TextField(
        _("how to get there"),
        blank=True,
        help_text=_("From the town or the main road, by which means, and how long it takes."),
    )
    area = models.DecimalField(
        _("area"),
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.01"))],
    )
    area_unit = models.CharField(
        _("unit of the area"), max_length=3, choices=AreaUnit, default=AreaUnit.HECTARES
    )
    altitude_m = models.PositiveSmallIntegerField(
        _("altitude in metres"),
        null=True,
        blank=True,
        validators=ALTITUDES,
        help_text=_("Above sea level, at the office. Empty: what the register says."),
    )
    latitude = models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("Of the office, for example -8.2047. Hold down the place in a map app to see it."),
    )
    longitude = models.FloatField(
        _("longitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("For example 114.3205. Empty: the place that the register knows."),
    )

    base_form_class = ProfilePageForm
    parent_page_types = ["sites.VillageHomePage"]
    subpage_types = []
    max_count_per_parent = 1
    menu_icon = "info"
    schema_type = "AboutPage"
    typed_once = ("area", "area_unit", "altitude_m", "latitude", "longitude", "figures", "gallery")

    created_with_village = True
    waits_for_content = True
    village_order = 20
    village_titles = {
        "id": {"desa": "Profil desa", "kelurahan": "Profil kelurahan"},
        "en": "About the village",
    }
    village_slugs = {
        "id": {"desa": "profil-desa", "kelurahan": "profil-kelurahan"},
        "en": "about-the-village",
    }

    content_panels = [
        *TypedOncePage.content_panels,
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldRowPanel(["north", "east"]), FieldRowPanel(["south", "west"])],
            heading=_("Boundaries: what lies beyond"),
        ),
        FieldPanel("directions"),
        TypedOnceMultiFieldPanel(
            [FieldRowPanel(["area", "area_unit", "altitude_m"]), FieldRowPanel(["latitude", "longitude"])],
            heading=_("Area and place"),
        ),
        TypedOnceInlinePanel("figures", heading=_("The village in figures"), label=_("figure")),
        TypedOnceInlinePanel("gallery", heading=_("Gallery"), label=_("picture")),
    ]
    search_fields = [
        *TypedOncePage.search_fields,
        index.SearchField("body"),
        index.SearchField("directions"),
    ]

    class Meta:
        verbose_name = _("village profile")
        verbose_name_plural = _("village profiles")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        village = frame_for(request).village
        gallery = self.rows("gallery", picture="image")
        prefetch_renditions([*(row.image for row in gallery), *pictures_in(self.body)])
        place = self.place_of(village)
        return context | {
            "facts": self.source or self,
            "altitude_m": self.altitude_of(village),
            "boundaries": self.boundaries,
            "figures": self.rows("figures"),
            "gallery": gallery,
            "place": place,
            "map_url": place.map_url if place else places.search_url(self.words_for_the_map(village)),
            "locator": locator.draw(place, self.villages_on_the_map()) if place else None,
            "crater_text": locator.crater_text(place) if place else "",
        }

    @property
    def boundaries(self) -> list[tuple[str, str, str]]:
        """Side, its name and what lies there; a translation without its own takes the Indonesian ones."""
        texts = self if any(getattr(self, side) for side in SIDES) else self.source or self
        fields = [self._meta.get_field(side) for side in SIDES]
        rows = [(field.name, field.verbose_name, getattr(texts, field.name)) for field in fields]
        return [row for row in rows if row[2]]

    def place_of(self, village: Village | None) -> Place | None:
        """The pin set on the page, or else the place that the register knows."""
        own = self.source or self
        if own.latitude is not None and own.longitude is not None:
            return Place(own.latitude, own.longitude)
        return village.place if village else None

    def altitude_of(self, village: Village | None) -> int | None:
        own = (self.source or self).altitude_m
        return own if own is not None or village is None else village.altitude_m

    @staticmethod
    def words_for_the_map(village: Village | None) -> str:
        return f"{village.name}, {village.district}, Banyuwangi" if village else "Banyuwangi"

    @staticmethod
    def villages_on_the_map() -> list[Place]:
        """Places that show the shape of the land, an hour old at most, as they hardly ever change.

        Those of all villages, up to as many as the drawing has room for; of more, some of each district.
        """
        found = Village.objects.located().order_by("code").values_list("latitude", "longitude")
        kept = cache.get_or_set("places-on-the-map", lambda: spread(found, MOST_DOTS), 3600)
        return [Place(*pair) for pair in kept]

    @cached_property
    def area_text(self) -> str:
        return f"{figures.readable(self.area)} {self.area_unit}" if self.area else ""

    def structured_data(self, request: HttpRequest) -> dict:
        village = frame_for(request).village
        about = {"@type": "AdministrativeArea", "name": frame_for(request).name}
        if place := self.place_of(village):
            about["geo"] = {"@type": "GeoCoordinates", **place._asdict()}
        return {"about": about}
