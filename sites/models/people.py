from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable
from wagtail.search import index

from sites import terms
from sites.querysets import RoleHolderQuerySet


class RoleHolder(Orderable):
    """Somebody in an office, and for how long; typed once and shown in every language."""

    name = models.CharField(_("name"), max_length=120, help_text=_("With title, as on the office sign."))
    position = models.CharField(_("position"), max_length=120, help_text=_("For example: Kasi Pelayanan."))
    position_en = models.CharField(
        _("position in English"), max_length=120, blank=True, help_text=_("For example: Head of services.")
    )
    photo = models.ForeignKey(
        "sites.VillageImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("photo"),
        help_text=_("Only if this person agrees. Without one, a piece of batik cloth stands there."),
    )
    term_from = models.DateField(
        _("in office from"), null=True, blank=True, help_text=_("Readers see the year only.")
    )
    term_until = models.DateField(
        _("in office until"),
        null=True,
        blank=True,
        help_text=_("After that day the name leaves the list by itself."),
    )

    objects = RoleHolderQuerySet.as_manager()

    panels = [
        "name",
        FieldRowPanel(["position", "position_en"]),
        FieldPanel("photo"),
        FieldRowPanel(["term_from", "term_until"]),
    ]
    search_fields = [
        index.SearchField("name"),
        index.SearchField("position"),
        index.SearchField("position_en"),
    ]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self):
        return self.name

    def clean(self):
        if self.term_from and self.term_until and self.term_until < self.term_from:
            raise ValidationError({"term_until": _("The term ends before it begins. Check both dates.")})

    @property
    def display_position(self) -> str:
        return self.position if self._is_in_indonesian else self.position_en

    @property
    def position_language(self) -> str:
        """Language of the position where it is not that of the page, else nothing."""
        return "id" if self._is_in_indonesian and get_language() != "id" else ""

    @property
    def _is_in_indonesian(self) -> bool:
        return get_language() != "en" or not self.position_en

    @property
    def term_text(self) -> str:
        return terms.term_text(self.term_from, self.term_until)

    @property
    def is_in_office(self) -> bool:
        return terms.is_in_office(self.term_from, self.term_until, timezone.localdate())

    @property
    def is_former(self) -> bool:
        return terms.has_ended(self.term_until, timezone.localdate())
