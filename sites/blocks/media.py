"""Pictures and documents."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock


class ImageBlock(blocks.StructBlock):
    """A picture; its alternative text comes with the picture itself."""

    image = ImageChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=200, required=False)
    credit = blocks.CharBlock(
        label=_("Made by"),
        max_length=120,
        required=False,
        help_text=_("Empty: the name that is kept with the picture."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A photo from the village. Ask the people in it, and the parents of children.")
        template = "blocks/image.html"


class DocumentsBlock(blocks.ListBlock):
    def __init__(self, child_block=None, **options):
        child_block = child_block or DocumentChooserBlock(label=_("Document"))
        super().__init__(child_block, **{"min_num": 1, **options})

    class Meta:
        icon = "doc-full-inverse"
        label = _("Documents")
        description = _("Files to download. Type and size are shown by themselves.")
        template = "blocks/documents.html"
