from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from marketplace_pages.choices import PermitKind
from marketplace_pages.editing.proofs import proof_path, proof_storage
from marketplace_pages.querysets import PermitQuerySet


class Permit(models.Model):
    """A permit or certificate of a business, for all of its products or for some.

    Readers see it only with a number, while it is valid, and once the village has checked it; its proof is
    for the staff of the village and for the producer. It is no part of the page and its drafts, so that it
    ends on its day. `business` and `products` are Indonesian versions.
    """

    owned_through = "business"
    Kind = PermitKind

    business = models.ForeignKey(
        "marketplace_pages.BusinessPage", models.CASCADE, related_name="permits", verbose_name=_("business")
    )
    products = models.ManyToManyField(
        "marketplace_pages.ProductPage",
        blank=True,
        related_name="+",
        verbose_name=_("products"),
        help_text=_("None: it holds for all products of the business."),
    )
    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    number = models.CharField(_("number"), max_length=60, blank=True)
    issuer = models.CharField(_("issued by"), max_length=120, blank=True)
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("Empty: it has no end.")
    )
    proof = models.FileField(_("proof"), upload_to=proof_path, storage=proof_storage, blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    verified_at = models.DateTimeField(_("checked at"), null=True, blank=True, editable=False)
    # When the village was told that it runs out; a new date begins anew.
    warned_for = models.DateField(null=True, blank=True, editable=False)

    objects = PermitQuerySet.as_manager()

    class Meta:
        verbose_name = _("permit")
        verbose_name_plural = _("permits")
        ordering = ["business", "kind", "pk"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.number}".strip()
