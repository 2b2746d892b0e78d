"""Questions as editors write them, in a quiz and inside the text of a lesson.

What is wrong with one is said when the course is published, by learning/editing/course_rules.py: a draft
may wait.
"""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from learning.quizzes.practice_sights import practice_sight

from .reading import question_from

MOST_CHOICES = 8
LONGEST_QUESTION, LONGEST_CHOICE, LONGEST_REASON = 400, 200, 400


class ChoiceBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Answer"), max_length=LONGEST_CHOICE)
    is_right = blocks.BooleanBlock(label=_("This is right"), required=False)
    reason = blocks.CharBlock(
        label=_("Why it is right or not"),
        max_length=LONGEST_REASON,
        required=False,
        help_text=_("Told to who has chosen it."),
    )

    class Meta:
        icon = "radio-full"
        label = _("Answer")
        label_format = "{text}"


class QuestionBlock(blocks.StructBlock):
    """What all kinds have."""

    text = blocks.TextBlock(label=_("Question"), max_length=LONGEST_QUESTION, rows=2)
    picture = ImageChooserBlock(label=_("Picture"), required=False)
    explanation = blocks.TextBlock(
        label=_("Explanation"),
        max_length=LONGEST_REASON,
        required=False,
        rows=2,
        help_text=_("Told after the answer, whether it was right or not."),
    )

    def get_context(self, value, parent_context=None):
        """As practice in a lesson; the key is the `id` that the stream hands over."""
        context = super().get_context(value, parent_context)
        question = question_from(self.name, context["id"], value)
        return context | {"question": practice_sight(question, context)}

    class Meta:
        icon = "help"
        label_format = "{text}"
        template = "blocks/practice.html"


class SingleChoiceBlock(QuestionBlock):
    choices = blocks.ListBlock(ChoiceBlock(), label=_("Answers"), min_num=2, max_num=MOST_CHOICES)

    class Meta:
        label = _("One right answer")
        description = _("Several answers to choose from, one of them is right.")


class MultipleChoiceBlock(QuestionBlock):
    choices = blocks.ListBlock(ChoiceBlock(), label=_("Answers"), min_num=2, max_num=MOST_CHOICES)

    class Meta:
        label = _("Several right answers")
        description = _("Several answers to choose from; all that are right must be chosen, and no other.")


class TrueFalseBlock(QuestionBlock):
    is_true = blocks.BooleanBlock(label=_("The statement is true"), required=False)

    class Meta:
        label = _("True or false")
        description = _("A statement that is true or false.")


class OrderingBlock(QuestionBlock):
    items = blocks.ListBlock(
        blocks.CharBlock(label=_("Step"), max_length=LONGEST_CHOICE),
        label=_("Steps, in the right order"),
        help_text=_("Learners see them mixed."),
        min_num=2,
        max_num=MOST_CHOICES,
    )

    class Meta:
        label = _("Put into order")
        description = _("Steps that learners put into the right order.")


class ShortAnswerBlock(QuestionBlock):
    spellings = blocks.ListBlock(
        blocks.CharBlock(label=_("Right answer"), max_length=LONGEST_CHOICE),
        label=_("Right answers"),
        help_text=_("All spellings that count as right: genai, genei. Capitals and spaces do not matter."),
        min_num=1,
        max_num=20,
    )

    class Meta:
        label = _("Short answer")
        description = _("A word or a few that learners type.")


class QuestionsBlock(blocks.StreamBlock):
    """Questions of any kind, in their order."""

    single = SingleChoiceBlock()
    multiple = MultipleChoiceBlock()
    true_false = TrueFalseBlock()
    ordering = OrderingBlock()
    short = ShortAnswerBlock()

    class Meta:
        required = False
