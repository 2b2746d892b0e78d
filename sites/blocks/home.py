"""What stands on a home: text as on any page, and parts that fill themselves, in the editor's order."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .body import LISTS, BodyBlock
from .lists import FACT_ICONS
from .teasers import IndexTeaserBlock

FILLED = _("Parts that fill themselves")

TILE_ICONS = [
    *FACT_ICONS,
    ("baby", _("Child")),
    ("id-card", _("Identity card")),
    ("hand-heart", _("Help")),
    ("store", _("Business")),
    ("megaphone", _("Announcement")),
    ("message-circle", _("Message")),
]


class FilledSectionBlock(blocks.StaticBlock):
    """Marks the place of a part of the home; what stands there, the page finds itself."""

    class Meta:
        icon = "list-ul"

    def __init__(self, label, description, **options):
        super().__init__(label=label, description=description, admin_text=description, **options)


class MostWantedItemBlock(blocks.StructBlock):
    page = blocks.PageChooserBlock(label=_("Page"))
    icon = blocks.ChoiceBlock(TILE_ICONS, default="file-text", label=_("Picture"))
    title = blocks.CharBlock(
        label=_("Short name"), max_length=60, required=False, help_text=_("Empty: the title of the page.")
    )
    note = blocks.CharBlock(
        label=_("Short fact"), max_length=60, required=False, help_text=_("For example: 1 day, free.")
    )

    class Meta:
        icon = "link"
        label = _("Page")
        label_format = "{title} {page}"


class MostWantedBlock(blocks.StructBlock):
    title = blocks.CharBlock(
        label=_("Heading"), max_length=80, required=False, help_text=_("Empty: “Often looked for”.")
    )
    items = blocks.ListBlock(MostWantedItemBlock(), min_num=1, max_num=8, label=_("Pages"))

    class Meta:
        icon = "pick"
        label = _("Often looked for")
        description = _("Up to eight pages that people look for most, as large buttons.")


class HomeBodyBlock(BodyBlock):
    """A home can also show the first entries of a list."""

    index_teaser = IndexTeaserBlock(group=LISTS)


class VillageHomeBlock(HomeBodyBlock):
    """The home of a village, from top to bottom."""

    most_wanted = MostWantedBlock(group=FILLED)
    announcements = FilledSectionBlock(
        _("Announcements and office"),
        _("The latest announcements, and beside them the office with its hours."),
        group=FILLED,
    )
    parts = FilledSectionBlock(_("Find your way"), _("A button for each part of the site."), group=FILLED)
    teasers = FilledSectionBlock(
        _("News from each part"),
        _("The first three entries of each list that has some: institutions, and what comes later."),
        group=FILLED,
    )
    figures = FilledSectionBlock(
        _("The village in figures"), _("The figures of the page “Profile”."), group=FILLED
    )
    officials = FilledSectionBlock(
        _("Officials"), _("The first people of the page “Village government”."), group=FILLED
    )
