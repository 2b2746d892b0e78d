from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable


class GalleryPicture(Orderable):
    """A further picture of a page; who made it stands with the picture itself."""

    image = models.ForeignKey(
        "sites.VillageImage", models.CASCADE, related_name="+", verbose_name=_("picture")
    )
    caption = models.CharField(_("caption"), max_length=200, blank=True)

    panels = ["image", "caption"]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self):
        return self.caption or str(self.image)

    @property
    def display_caption(self) -> str:
        return self.caption
