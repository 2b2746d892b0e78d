from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel
from wagtail.models import Orderable

from sites import figures
from sites.querysets import PageRowQuerySet


class Figure(Orderable):
    """One number about a village; whoever reads it sees from when and where it is."""

    page = ParentalKey("sites.ProfilePage", on_delete=models.CASCADE, related_name="figures")
    label = models.CharField(_("what it counts"), max_length=60, help_text=_("For example: Penduduk."))
    label_en = models.CharField(_("the same in English"), max_length=60, blank=True)
    value = models.CharField(
        _("number"),
        max_length=20,
        help_text=_("For example 2.569 or 12,5. Anything else is shown as it is typed."),
    )
    unit = models.CharField(_("unit"), max_length=20, blank=True, help_text=_("For example: jiwa."))
    unit_en = models.CharField(_("unit in English"), max_length=20, blank=True)
    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(1900), MaxValueValidator(2100)]
    )
    source = models.CharField(_("source"), max_length=80, help_text=_("Who counted. For example: BPS."))

    objects = PageRowQuerySet.as_manager()

    panels = [
        FieldRowPanel(["label", "label_en"]),
        "value",
        FieldRowPanel(["unit", "unit_en"]),
        FieldRowPanel(["year", "source"]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")

    def __str__(self):
        return f"{self.label}: {self.value}"

    @property
    def display_value(self) -> str:
        return figures.readable(self.value)

    @property
    def display_label(self) -> str:
        return self.label_en if self.label_en and get_language() == "en" else self.label

    @property
    def display_unit(self) -> str:
        return self.unit_en if self.unit_en and get_language() == "en" else self.unit

    @property
    def label_language(self) -> str:
        """Language of the label where it is not that of the page, else nothing."""
        return "id" if get_language() == "en" and not self.label_en else ""


class GalleryPicture(Orderable):
    """A picture of the village with what it shows."""

    page = ParentalKey("sites.ProfilePage", on_delete=models.CASCADE, related_name="gallery")
    image = models.ForeignKey(
        "sites.VillageImage",
        models.CASCADE,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Ask the people in it, and the parents of children."),
    )
    caption = models.CharField(_("caption"), max_length=200, blank=True)
    caption_en = models.CharField(_("caption in English"), max_length=200, blank=True)

    objects = PageRowQuerySet.as_manager()

    panels = ["image", "caption", "caption_en"]

    class Meta(Orderable.Meta):
        verbose_name = _("picture of the gallery")
        verbose_name_plural = _("pictures of the gallery")

    def __str__(self):
        return self.caption or str(self.image)

    @property
    def display_caption(self) -> str:
        return self.caption_en if self.caption_en and get_language() == "en" else self.caption

    @property
    def caption_language(self) -> str:
        return "id" if self.caption and get_language() == "en" and not self.caption_en else ""
