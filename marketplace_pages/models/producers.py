from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _


class Producer(models.Model):
    """That people may edit one business and its products, and nothing else of the village.

    The group has rights on the page of the business in each language and on a collection of its own; what
    its people write is published by the village.
    """

    owned_through = "business"

    business = models.OneToOneField(
        "marketplace_pages.BusinessPage", models.CASCADE, related_name="producer", verbose_name=_("business")
    )
    group = models.OneToOneField(Group, models.PROTECT, related_name="producer")
    collection = models.OneToOneField("wagtailcore.Collection", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("producer")
        verbose_name_plural = _("producers")

    def __str__(self):
        return str(self.business)
