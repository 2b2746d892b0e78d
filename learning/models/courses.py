from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from learning import choices
from learning.blocks import LessonsBlock, QuestionsBlock, question_of
from learning.editing.course_form import CoursePageForm
from learning.lessons import STREAMS, Lesson, lessons_of
from learning.querysets import CourseManager
from learning.questions import Question
from sites.models import BasePage, FollowingPage, SharedPageMixin, related_pages_panel
from sites.panels import TypedOnceMultiFieldPanel
from sites.spoken import SpokenLanguage

from .course_for_readers import CourseForReaders

MINUTES_PER_QUESTION = 1


class CoursePage(CourseForReaders, SharedPageMixin, FollowingPage):
    """A short course: lessons in their order, and a quiz. Of a village, or of an office for many villages.

    Lessons and questions are written in each language; each keeps its key in all versions of the course.
    Results and certificates belong to the version that somebody has taken.
    """

    Theme, Level, Audience, Licence = choices.Theme, choices.Level, choices.Audience, choices.Licence

    theme = models.CharField(_("theme"), max_length=12, choices=choices.Theme, default=choices.Theme.OTHER)
    level = models.CharField(_("level"), max_length=12, choices=choices.Level, default=choices.Level.BEGINNER)
    learners = models.CharField(
        _("age"), max_length=8, choices=choices.Audience, default=choices.Audience.EVERYBODY
    )
    language = models.CharField(
        _("language of the course"),
        max_length=3,
        choices=SpokenLanguage,
        blank=True,
        help_text=_("Empty: the language in which it is written."),
    )
    intended_for = models.CharField(
        _("for whom it is made"),
        max_length=160,
        blank=True,
        help_text=_("In words: small businesses, farmers, new parents."),
    )
    outcomes = models.TextField(
        _("what one can do afterwards"), max_length=1200, blank=True, help_text=_("One thing in each line.")
    )
    author = models.CharField(
        _("author"),
        max_length=160,
        blank=True,
        help_text=_("A group or a role. Name people only if they agree. Empty: the village or the office."),
    )
    licence = models.CharField(
        _("licence"), max_length=8, choices=choices.Licence, default=choices.Licence.BY_SA
    )
    # Where a copy comes from: its title, whose it is, and its address.
    based_on = models.CharField(_("based on"), max_length=300, blank=True)
    based_on_url = models.URLField(_("address of the original"), blank=True, max_length=500)
    sources = models.TextField(
        _("sources"), max_length=2000, blank=True, help_text=_("One source in each line.")
    )
    lessons = StreamField(LessonsBlock(), verbose_name=_("lessons"), blank=True)
    questions = StreamField(QuestionsBlock(), verbose_name=_("questions of the quiz"), blank=True)
    pass_percent = models.PositiveSmallIntegerField(
        _("passed from (percent)"),
        default=70,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    shuffles = models.BooleanField(_("mix questions and answers"), default=True)
    may_retry = models.BooleanField(
        _("may be tried again"),
        default=True,
        help_text=_("Nobody logs in, so this is a request to learners, not a lock."),
    )
    gives_certificate = models.BooleanField(
        _("certificate for who passes"),
        default=False,
        help_text=_("Then the right answers are told only after the quiz is sent."),
    )
    # What lists print and filter by, counted whenever the page is saved.
    minutes = models.PositiveSmallIntegerField(default=0, editable=False, db_index=True)
    lesson_count = models.PositiveSmallIntegerField(default=0, editable=False)
    question_count = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = CourseManager()
    base_form_class = CoursePageForm

    parent_page_types = ["learning.CourseIndexPage"]
    subpage_types = []
    listed_by = "learning.CourseIndexPage"
    card_template = "components/cards/course.html"
    menu_icon = "book-open"
    schema_type = "Course"
    typed_once = (
        "theme",
        "level",
        "learners",
        "licence",
        "pass_percent",
        "shuffles",
        "may_retry",
        "gives_certificate",
    )

    content_panels = [
        *BasePage.content_panels,
        *SharedPageMixin.sharing_panels,
        FieldPanel("lessons"),
        FieldPanel("questions"),
        TypedOnceMultiFieldPanel(
            [
                FieldRowPanel(["pass_percent", "gives_certificate"]),
                FieldRowPanel(["shuffles", "may_retry"]),
            ],
            heading=_("How the quiz counts"),
        ),
        FieldPanel("outcomes"),
        FieldPanel("intended_for"),
        TypedOnceMultiFieldPanel([FieldRowPanel(["theme", "level", "learners"])], heading=_("For whom")),
        FieldPanel("language"),
        FieldPanel("author"),
        TypedOnceMultiFieldPanel([FieldPanel("licence")], heading=_("How others may use it")),
        MultiFieldPanel(
            [FieldRowPanel(["based_on", "based_on_url"]), FieldPanel("sources")],
            heading=_("Where it comes from"),
        ),
        related_pages_panel(),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lessons"),
        index.SearchField("outcomes"),
        index.SearchField("intended_for"),
        index.SearchField("get_theme_display"),
    ]

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pass_percent__gte=1, pass_percent__lte=100), name="course_pass_in_range"
            )
        ]

    @cached_property
    def lesson_list(self) -> list[Lesson]:
        return lessons_of(self)

    @cached_property
    def question_list(self) -> list[Question]:
        return [question_of(block) for block in self.questions]

    def full_clean(self, *args, **kwargs):
        self.count_contents()
        super().full_clean(*args, **kwargs)

    def save(self, *args, **kwargs):
        if not self.get_deferred_fields() & set(STREAMS):
            self.count_contents()
        super().save(*args, **kwargs)

    def count_contents(self) -> None:
        self.lesson_count, self.question_count = len(self.lessons), len(self.questions)
        minutes = sum(block.value["minutes"] or 0 for block in self.lessons)
        self.minutes = minutes + self.question_count * MINUTES_PER_QUESTION
