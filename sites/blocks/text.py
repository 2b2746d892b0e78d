"""Headings, text, notes and quotes."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

# Buttons of the editor; the last three mark words of another language (sites/admin/rich_text.py).
SENTENCE_FEATURES = ["bold", "italic", "link", "document-link", "osing", "javanese", "english"]
TEXT_FEATURES = [*SENTENCE_FEATURES, "ol", "ul"]


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Heading"), max_length=120)
    level = blocks.ChoiceBlock(
        [("2", _("Main heading")), ("3", _("Smaller heading"))],
        default="2",
        label=_("Size"),
        help_text=_("A smaller heading belongs below a main heading."),
    )

    def get_searchable_content(self, value):
        return [value["text"]]  # without the name of its size

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Names the part that follows, so that readers find it.")
        template = "blocks/heading.html"
        label_format = "{text}"


class ParagraphBlock(blocks.RichTextBlock):
    def __init__(self, **options):
        super().__init__(**{"features": TEXT_FEATURES, **options})

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists and links. Short sentences read best on a phone.")
        template = "blocks/paragraph.html"


class NoteBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=80, required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=SENTENCE_FEATURES)

    class Meta:
        icon = "warning"
        label = _("Note")
        description = _("Something nobody should overlook, such as an exception or a deadline.")
        template = "blocks/note.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("What was said"), rows=3)
    source = blocks.CharBlock(
        label=_("Who said it"),
        max_length=120,
        required=False,
        help_text=_("For example: a weaver in Krajan hamlet. Ask before you publish a name."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("Words of a resident, set large.")
        template = "blocks/quote.html"
