"""Steps, checklists, key facts and questions."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .text import SENTENCE_FEATURES, TEXT_FEATURES

FACT_ICONS = [
    ("calendar-days", _("Day or date")),
    ("clock", _("Time")),
    ("map-pin", _("Place")),
    ("banknote", _("Money")),
    ("user-round", _("Person")),
    ("file-text", _("Document")),
    ("heart-pulse", _("Health")),
    ("house", _("House")),
    ("leaf", _("Nature")),
    ("truck", _("Transport")),
]


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("What to do"), max_length=120)
    text = blocks.RichTextBlock(label=_("Explanation"), features=SENTENCE_FEATURES, required=False)

    class Meta:
        icon = "list-ol"
        label = _("Step")
        label_format = "{title}"


class StepsBlock(blocks.ListBlock):
    def __init__(self, child_block=StepBlock, **options):
        super().__init__(child_block, **{"min_num": 1, **options})

    class Meta:
        icon = "list-ol"
        label = _("Numbered steps")
        description = _("How to get something done, one step after the other.")
        template = "blocks/steps.html"


class ChecklistBlock(blocks.ListBlock):
    def __init__(self, child_block=None, **options):
        child_block = child_block or blocks.CharBlock(label=_("Item"), max_length=200)
        super().__init__(child_block, **{"min_num": 1, **options})

    class Meta:
        icon = "list-ul"
        label = _("Checklist")
        description = _("What to bring or to prepare.")
        template = "blocks/checklist.html"


class FactBlock(blocks.StructBlock):
    icon = blocks.ChoiceBlock(FACT_ICONS, default="calendar-days", label=_("Picture"))
    label = blocks.CharBlock(label=_("Label"), max_length=40, help_text=_("For example: Cost."))
    value = blocks.CharBlock(label=_("Fact"), max_length=120, help_text=_("For example: Free of charge."))

    def get_searchable_content(self, value):
        return [f"{value['label']}: {value['value']}"]  # without the name of its picture

    class Meta:
        icon = "tag"
        label = _("Fact")
        label_format = "{label}: {value}"


class FactsBlock(blocks.ListBlock):
    def __init__(self, child_block=FactBlock, **options):
        super().__init__(child_block, **{"min_num": 1, "max_num": 8, **options})

    class Meta:
        icon = "tag"
        label = _("Key facts")
        description = _("Day, time, place, cost: what readers look for first.")
        template = "blocks/facts.html"


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"), max_length=160)
    answer = blocks.RichTextBlock(label=_("Answer"), features=TEXT_FEATURES)

    class Meta:
        icon = "help"
        label = _("Question")
        label_format = "{question}"


class QuestionsBlock(blocks.ListBlock):
    def __init__(self, child_block=QuestionBlock, **options):
        super().__init__(child_block, **{"min_num": 1, **options})

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        description = _("Questions people really ask. An answer opens when its question is pressed.")
        template = "blocks/questions.html"
