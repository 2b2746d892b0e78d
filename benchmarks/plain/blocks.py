"""What editors put into the stream of a page."""

from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock, TextBlock
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.images.blocks import ImageBlock


class ContactBlock(StructBlock):
    name = CharBlock()
    note = CharBlock(required=False)
    phone = CharBlock(required=False)
    whatsapp = CharBlock(required=False)

    class Meta:
        template = "home/blocks/contact.html"


class FactBlock(StructBlock):
    name = CharBlock()
    text = CharBlock()


class QuestionBlock(StructBlock):
    question = CharBlock()
    answer = RichTextBlock()


class QuoteBlock(StructBlock):
    text = TextBlock()
    source = CharBlock(required=False)

    class Meta:
        template = "home/blocks/quote.html"


class NoteBlock(StructBlock):
    title = CharBlock()
    text = RichTextBlock()

    class Meta:
        template = "home/blocks/note.html"


class BodyBlock(StreamBlock):
    heading = CharBlock(template="home/blocks/heading.html")
    text = RichTextBlock()
    image = ImageBlock(template="home/blocks/image.html")
    checklist = ListBlock(CharBlock(), template="home/blocks/checklist.html")
    table = TableBlock()
    contact = ContactBlock()
    facts = ListBlock(FactBlock(), template="home/blocks/facts.html")
    questions = ListBlock(QuestionBlock(), template="home/blocks/questions.html")
    quote = QuoteBlock()
    note = NoteBlock()


class HoursBlock(StructBlock):
    days = CharBlock()
    hours = CharBlock()
