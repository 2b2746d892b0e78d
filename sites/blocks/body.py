"""The stream most pages use."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .contact import ContactBlock
from .lists import ChecklistBlock, FactsBlock, QuestionsBlock, StepsBlock
from .media import DocumentsBlock, ImageBlock
from .table import TableBlock
from .text import HeadingBlock, NoteBlock, ParagraphBlock, QuoteBlock

TEXT, LISTS, MEDIA = _("Text"), _("Lists"), _("Pictures and files")


class BodyBlock(blocks.StreamBlock):
    """The content of a page, from top to bottom."""

    heading = HeadingBlock(group=TEXT)
    paragraph = ParagraphBlock(group=TEXT)
    note = NoteBlock(group=TEXT)
    quote = QuoteBlock(group=TEXT)
    facts = FactsBlock(group=LISTS)
    steps = StepsBlock(group=LISTS)
    checklist = ChecklistBlock(group=LISTS)
    questions = QuestionsBlock(group=LISTS)
    table = TableBlock(group=LISTS)
    image = ImageBlock(group=MEDIA)
    documents = DocumentsBlock(group=MEDIA)
    contact = ContactBlock(group=MEDIA)
