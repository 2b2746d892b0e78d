from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldRowPanel
from wagtail.models import Orderable

from marketplace_pages.editing.rupiah_field import RupiahField

from .gallery import GalleryPicture


class ProductTag(TaggedItemBase):
    content_object = ParentalKey(
        "marketplace_pages.ProductPage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class ProductPicture(GalleryPicture):
    """A further picture; the first one is the picture of the page itself."""

    page = ParentalKey("marketplace_pages.ProductPage", on_delete=models.CASCADE, related_name="gallery")

    class Meta(GalleryPicture.Meta):
        verbose_name = _("picture of a product")
        verbose_name_plural = _("pictures of a product")


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
