"""What the parts of a service are written in: lists that a phone can edit, and that can be compared."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

LONGEST_LINE, LONGEST_TEXT = 200, 1000


class PaperBlock(blocks.StructBlock):
    """One thing to bring, to be ticked."""

    name = blocks.CharBlock(label=_("what to bring"), max_length=LONGEST_LINE)
    note = blocks.CharBlock(
        label=_("more about it"),
        max_length=LONGEST_LINE,
        required=False,
        help_text=_("For example: two copies; only if you rent."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Paper")


class StepBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("what is done"), max_length=LONGEST_TEXT, rows=2)

    class Meta:
        icon = "list-ol"
        label = _("Step")


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("question"), max_length=LONGEST_LINE)
    answer = blocks.TextBlock(label=_("answer"), max_length=LONGEST_TEXT, rows=3)

    class Meta:
        icon = "help"
        label = _("Question and answer")


class GuideStepBlock(blocks.StructBlock):
    """One station on the way through several services."""

    title = blocks.CharBlock(label=_("what to do"), max_length=LONGEST_LINE)
    text = blocks.TextBlock(label=_("how"), max_length=LONGEST_TEXT, rows=3, required=False)
    service = blocks.PageChooserBlock(
        label=_("service"),
        page_type="services.ServicePage",
        required=False,
        help_text=_("On a village's site it leads to that village's own page of the service."),
    )

    class Meta:
        icon = "list-ol"
        label = _("Step")


def stream_of(name: str, block: type[blocks.StructBlock]) -> blocks.StreamBlock:
    """A list of one kind of thing."""
    return blocks.StreamBlock([(name, block())], required=False)
