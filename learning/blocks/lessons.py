"""A lesson: its title, and a body of the shared blocks with those that teaching needs."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from sites.blocks import BodyBlock

from .questions import (
    MultipleChoiceBlock,
    OrderingBlock,
    ShortAnswerBlock,
    SingleChoiceBlock,
    TrueFalseBlock,
)

TEACHING, PRACTICE = _("For learning"), _("Practice")
LONGEST_LESSON_MINUTES = 240
CAPTIONS = "vtt"
NO_RECORDING = _("This file is neither sound nor video. Choose one in MP3, M4A, OGG, MP4 or WebM.")
NO_CAPTIONS = _("Captions are a file whose name ends in .vtt. Other files cannot stand with a recording.")


class RecordingValue(blocks.StructValue):
    """A recording as components/recordings.html prints one."""

    @property
    def is_video(self) -> bool:
        return self["file"].medium == "video"

    @property
    def get_medium_display(self) -> str:
        return gettext("Video") if self.is_video else gettext("Audio")


class RecordingBlock(blocks.StructBlock):
    """Audio or video of one's own. Nothing loads until it is tapped."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    file = DocumentChooserBlock(
        label=_("File"), help_text=_("MP3, M4A or OGG to listen to; MP4 or WebM to watch. Small files load.")
    )
    picture = ImageChooserBlock(
        label=_("Picture"), required=False, help_text=_("Stands there until somebody taps it.")
    )
    captions = DocumentChooserBlock(
        label=_("Captions"), required=False, help_text=_("A WebVTT file (.vtt) with what is said, by time.")
    )
    transcript = blocks.TextBlock(
        label=_("Transcript"),
        rows=5,
        help_text=_("What is said, sung and to be seen, for who can't hear or see it, or has no data left."),
    )
    credit = blocks.CharBlock(label=_("Made by"), max_length=120, required=False)

    def clean(self, value):
        """The files must be what they are used for; their content was checked when they came in."""
        cleaned, errors = super().clean(value), {}
        file, captions = cleaned["file"], cleaned["captions"]
        if file and not file.medium:
            errors["file"] = ValidationError(NO_RECORDING)
        if captions and captions.file_extension.lower() != CAPTIONS:
            errors["captions"] = ValidationError(NO_CAPTIONS)
        if errors:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return cleaned

    def get_context(self, value, parent_context=None):
        return super().get_context(value, parent_context) | {"recordings": [value]}

    class Meta:
        icon = "media"
        label = _("Audio or video")
        label_format = "{title}"
        value_class = RecordingValue
        template = "blocks/recording.html"


class TermBlock(blocks.StructBlock):
    term = blocks.CharBlock(label=_("Word"), max_length=80)
    meaning = blocks.CharBlock(label=_("Meaning"), max_length=300)

    class Meta:
        icon = "tag"
        label = _("Word")
        label_format = "{term}: {meaning}"


class GlossaryBlock(blocks.ListBlock):
    def __init__(self, child_block=TermBlock, **options):
        super().__init__(child_block, **{"min_num": 1, **options})

    class Meta:
        icon = "list-ul"
        label = _("Words to know")
        description = _("Words of the lesson with their meaning.")
        template = "blocks/glossary.html"


class WorkedExampleBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    task = blocks.RichTextBlock(label=_("Task"), features=["bold", "italic", "ol", "ul"])
    solution = blocks.ListBlock(
        blocks.RichTextBlock(features=["bold", "italic", "osing", "javanese", "english"], label=_("Step")),
        label=_("The way to the solution"),
        min_num=1,
    )

    class Meta:
        icon = "clipboard-list"
        label = _("Worked example")
        description = _("A task with its solution, step by step.")
        label_format = "{title}"
        template = "blocks/worked_example.html"


class WorksheetBlock(blocks.StructBlock):
    file = DocumentChooserBlock(label=_("Worksheet"))
    instructions = blocks.CharBlock(label=_("What to do with it"), max_length=300, required=False)

    class Meta:
        icon = "download"
        label = _("Worksheet")
        description = _("A sheet to download, to print and to fill in.")
        template = "blocks/worksheet.html"


class LessonBodyBlock(BodyBlock):
    """The content of a lesson, from top to bottom."""

    recording = RecordingBlock(group=TEACHING)
    glossary = GlossaryBlock(group=TEACHING)
    worked_example = WorkedExampleBlock(group=TEACHING)
    worksheet = WorksheetBlock(group=TEACHING)
    single = SingleChoiceBlock(group=PRACTICE)
    multiple = MultipleChoiceBlock(group=PRACTICE)
    true_false = TrueFalseBlock(group=PRACTICE)
    ordering = OrderingBlock(group=PRACTICE)
    short = ShortAnswerBlock(group=PRACTICE)

    class Meta:
        required = False


class LessonBlock(blocks.StructBlock):
    """One step of a course, with an address of its own that stays when it is moved."""

    title = blocks.CharBlock(label=_("Title of the lesson"), max_length=120)
    slug = blocks.CharBlock(
        label=_("Address"),
        max_length=80,
        required=False,
        validators=[validate_slug],
        help_text=_("Empty: made from the title. Keep it once people know it."),
    )
    summary = blocks.TextBlock(label=_("Summary"), max_length=300, rows=2, required=False)
    minutes = blocks.IntegerBlock(
        label=_("Minutes"), default=10, min_value=1, max_value=LONGEST_LESSON_MINUTES
    )
    body = LessonBodyBlock(label=_("Content"))

    class Meta:
        icon = "doc-full"
        label = _("Lesson")
        label_format = "{title}"


class LessonsBlock(blocks.StreamBlock):
    lesson = LessonBlock()

    class Meta:
        required = False
