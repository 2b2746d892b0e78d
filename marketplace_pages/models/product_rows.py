from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldRowPanel
from wagtail.models import Orderable

from marketplace_pages.editing.rupiah_field import RupiahField


class ProductTag(TaggedItemBase):
    content_object = ParentalKey(
        "marketplace_pages.ProductPage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class ProductPicture(Orderable):
    """A further picture; the first one is the picture of the page itself."""

    page = ParentalKey("marketplace_pages.ProductPage", on_delete=models.CASCADE, related_name="gallery")
    image = models.ForeignKey(
        "sites.VillageImage", models.CASCADE, related_name="+", verbose_name=_("picture")
    )
    caption = models.CharField(_("caption"), max_length=200, blank=True)

    panels = ["image", "caption"]

    class Meta(Orderable.Meta):
        verbose_name = _("picture of a product")
        verbose_name_plural = _("pictures of a product")

    def __str__(self):
        return self.caption or str(self.image)

    @property
    def display_caption(self) -> str:
        return self.caption


class ProductVariant(Orderable):
    """A size or a colour that a buyer chooses, with a price of its own where it has one."""

    page = ParentalKey("marketplace_pages.ProductPage", on_delete=models.CASCADE, related_name="variants")
    name = models.CharField(_("size or colour"), max_length=60, help_text=_("For example: L, red."))
    name_en = models.CharField(_("size or colour, in English"), max_length=60, blank=True)
    price_rupiah = RupiahField(
        _("price (rupiah)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Empty: that of the product."),
    )
    is_sold_out = models.BooleanField(_("sold out"), default=False)

    panels = [FieldRowPanel(["name", "name_en"]), FieldRowPanel(["price_rupiah", "is_sold_out"])]

    class Meta(Orderable.Meta):
        verbose_name = _("variant")
        verbose_name_plural = _("variants")

    def __str__(self):
        return self.name

    @property
    def display_name(self) -> str:
        return self.name_en if get_language() == "en" and self.name_en else self.name
