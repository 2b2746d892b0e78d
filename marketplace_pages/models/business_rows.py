from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel
from wagtail.models import Orderable

from marketplace_pages.choices import Channel
from marketplace_pages.editing.channels import check_link

from .gallery import GalleryPicture


class BusinessPicture(GalleryPicture):
    """What a business shows of itself."""

    page = ParentalKey("marketplace_pages.BusinessPage", on_delete=models.CASCADE, related_name="gallery")

    class Meta(GalleryPicture.Meta):
        verbose_name = _("picture of the gallery")
        verbose_name_plural = _("pictures of the gallery")


class BusinessLink(Orderable):
    """A shop on a marketplace, or an account on a social network."""

    page = ParentalKey("marketplace_pages.BusinessPage", on_delete=models.CASCADE, related_name="links")
    channel = models.CharField(_("kind"), max_length=9, choices=Channel)
    url = models.URLField(_("address"))

    panels = [FieldRowPanel(["channel", "url"])]

    class Meta(Orderable.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self):
        return self.get_channel_display()

    def clean(self):
        if self.channel and self.url:
            try:
                check_link(self.channel, self.url)
            except ValidationError as error:
                raise ValidationError({"url": error}) from error


class BusinessUnit(Orderable):
    """What a BUMDes runs: a shop, a water service, a place to visit."""

    page = ParentalKey("marketplace_pages.BusinessPage", on_delete=models.CASCADE, related_name="units")
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    about = models.CharField(_("what it does"), max_length=255, blank=True)
    about_en = models.CharField(_("what it does, in English"), max_length=255, blank=True)

    panels = [FieldRowPanel(["name", "name_en"]), "about", "about_en"]

    class Meta(Orderable.Meta):
        verbose_name = _("unit of a BUMDes")
        verbose_name_plural = _("units of a BUMDes")

    def __str__(self):
        return self.name

    @property
    def display_name(self) -> str:
        return self.name_en if get_language() == "en" and self.name_en else self.name

    @property
    def display_about(self) -> str:
        return self.about_en if get_language() == "en" and self.about_en else self.about


class YearlyReport(Orderable):
    """What a BUMDes reports of one year: its figures, and the document with all of them."""

    page = ParentalKey("marketplace_pages.BusinessPage", on_delete=models.CASCADE, related_name="reports")
    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(2000), MaxValueValidator(2100)]
    )
    turnover_rupiah = models.PositiveBigIntegerField(_("turnover in rupiah"), null=True, blank=True)
    profit_rupiah = models.BigIntegerField(
        _("profit in rupiah"), null=True, blank=True, help_text=_("A loss begins with a minus.")
    )
    village_share_rupiah = models.PositiveBigIntegerField(
        _("share of the village in rupiah"), null=True, blank=True
    )
    file = models.ForeignKey(
        "sites.VillageDocument",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("document"),
    )

    panels = [
        FieldRowPanel(["year", "turnover_rupiah"]),
        FieldRowPanel(["profit_rupiah", "village_share_rupiah"]),
        "file",
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("yearly report")
        verbose_name_plural = _("yearly reports")

    def __str__(self):
        return str(self.year)
