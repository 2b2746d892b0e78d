from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import InlinePanel
from wagtail.models import Orderable, Page

MOST_RELATED = 12


class RelatedPage(Orderable):
    """A page that an editor puts beside another, of whatever type: leaf apps stay strangers to one another.

    Readers get what `sites/related.py` makes of it.
    """

    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="related_pages")
    target = models.ForeignKey(
        Page,
        models.CASCADE,
        related_name="+",
        verbose_name=_("page"),
        help_text=_("One of your own, or one that the regency or an office has published."),
    )

    panels = ["target"]

    class Meta(Orderable.Meta):
        verbose_name = _("related page")
        verbose_name_plural = _("related pages")

    def __str__(self):
        return str(self.target)


def related_pages_panel() -> InlinePanel:
    """The panel for `content_panels` of a page type that offers related pages."""
    return InlinePanel(
        "related_pages",
        heading=_("Related pages"),
        label=_("page"),
        help_text=_("Readers find them beside the text, by kind. Translations are found by themselves."),
        max_num=MOST_RELATED,
    )
