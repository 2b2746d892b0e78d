from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from marketplace_pages.querysets import CategoryQuerySet


class ProductCategory(models.Model):
    """A kind of product: one tree of two levels for all villages, kept by the regency."""

    # It belongs to the regency, and products of all villages point at it.
    everybody_chooses = True

    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
        help_text=_("Empty: it stands on the first level."),
    )
    name = models.CharField(_("name"), max_length=60, unique=True)
    name_en = models.CharField(_("name in English"), max_length=60)
    slug = models.SlugField(
        _("name in addresses"), max_length=60, unique=True, help_text=_("For example: kue-camilan.")
    )
    icon = models.CharField(_("icon"), max_length=30, default="shopping-bag")
    position = models.PositiveSmallIntegerField(_("position"), default=100)

    objects = CategoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("product category")
        verbose_name_plural = _("product categories")
        ordering = ["position", "name"]

    def __str__(self):
        return self.display_name

    @property
    def display_name(self) -> str:
        return self.name_en if get_language() == "en" and self.name_en else self.name

    def clean(self):
        if self.parent and (self.parent.parent_id or self.parent_id == self.pk):
            raise ValidationError({"parent": _("The tree has two levels. Choose one of the first level.")})
        if self.parent and self.pk and self.children.exists():
            message = _("It has categories below it. Move these first.")
            raise ValidationError({"parent": message})
