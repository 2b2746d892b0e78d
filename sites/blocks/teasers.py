"""Parts of the home page that show what stands in a list elsewhere on the site."""

from django.apps import apps
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Site


class ListingChooserBlock(blocks.PageChooserBlock):
    """Offers the pages that list others, whichever app they come from."""

    @cached_property
    def target_models(self):
        return [model for model in apps.get_models() if hasattr(model, "get_listing")]


class IndexTeaserBlock(blocks.StructBlock):
    title = blocks.CharBlock(
        label=_("Heading"), max_length=80, required=False, help_text=_("Empty: the title of the list.")
    )
    page = ListingChooserBlock(label=_("List"))

    shown = 3

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        index = value["page"].specific if value["page"] else None
        is_shown = index is not None and index.live
        context["index"] = index if is_shown else None
        context["pages"] = (
            list(index.get_listing(self._site(index, parent_context))[: self.shown]) if is_shown else []
        )
        return context

    @staticmethod
    def _site(index, parent_context) -> Site:
        """The site of the list: a village may show what the portal lists."""
        here = Site.find_for_request(parent_context["request"])
        return here if index.path.startswith(here.root_page.path[: 2 * index.steplen]) else index.get_site()

    class Meta:
        icon = "list-ul"
        label = _("First entries of a list")
        description = _("The first three entries of one of your lists, with a link to all of them.")
        template = "blocks/index_teaser.html"
