from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from phonenumber_field.modelfields import PhoneNumberField
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from culture import recurrence, sessions
from culture.class_form import ClassPageForm
from culture.querysets import ClassManager
from culture.registering.cancelled_class import tell_of_cancellation
from culture.registering.seats import fill_seats
from sites.blocks import BodyBlock
from sites.models import FollowingPage, ListingPage, related_pages_panel
from sites.panels import TypedOnceMultiFieldPanel
from sites.spoken import SpokenLanguage

from .class_for_readers import ClassForReaders
from .places import HeldSomewhere


class ClassIndexPage(ListingPage):
    """All classes of a village."""

    parent_page_types = ["sites.VillageHomePage"]
    subpage_types = ["culture.ClassPage"]
    max_count_per_parent = 1
    menu_icon = "book-open"
    lists = "culture.ClassPage"

    created_with_village = True
    waits_for_content = True
    village_order = 13
    village_titles = {"id": "Kelas", "en": "Classes"}
    village_slugs = {"id": "kelas", "en": "classes"}

    class Meta:
        verbose_name = _("class list")
        verbose_name_plural = _("class lists")


class ClassPage(ClassForReaders, HeldSomewhere, FollowingPage):
    """A class at the village hall: when it meets, for whom, and how many seats it has.

    Its sessions and registrations stand with the Indonesian version, the `source`.
    """

    Language = SpokenLanguage

    class Kind(models.TextChoices):
        ARTS = "arts", _("Arts")
        CULTURE = "culture", _("Culture")
        SKILL = "skill", _("Skill")

    class Level(models.TextChoices):
        ALL = "all", _("For everybody")
        BEGINNER = "beginner", _("Beginners")
        INTERMEDIATE = "intermediate", _("Intermediate")
        ADVANCED = "advanced", _("Advanced")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.ARTS)
    art_form = models.ForeignKey(
        "culture.ArtFormPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="classes",
        verbose_name=_("art form"),
        help_text=_("Readers find the class on the page of this art form, too."),
    )
    level = models.CharField(_("level"), max_length=12, choices=Level, default=Level.BEGINNER)
    language = models.CharField(
        _("language of the class"), max_length=3, choices=Language, default=Language.INDONESIAN
    )
    age_from = models.PositiveSmallIntegerField(_("age from"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("age to"), null=True, blank=True)
    teacher_role = models.CharField(
        _("who teaches"), max_length=120, blank=True, help_text=_("For example: coach of the dance studio.")
    )
    teacher_name = models.CharField(_("name of the teacher"), max_length=80, blank=True)
    teacher_agreed = models.BooleanField(_("the teacher agrees that the name stands here"), default=False)
    term_from = models.DateField(_("from"), default=timezone.localdate)
    term_to = models.DateField(_("to"), default=timezone.localdate)
    recurrence = models.CharField(_("days"), max_length=80, default="FREQ=WEEKLY;BYDAY=SU")
    starts_at = models.TimeField(_("begins at"), default="09:00")
    ends_at = models.TimeField(pgettext_lazy("class or event", "ends at"), default="10:30")
    quota = models.PositiveSmallIntegerField(_("seats"), default=20)
    has_waiting_list = models.BooleanField(_("waiting list when it is full"), default=True)
    takes_registrations = models.BooleanField(
        _("people register here"),
        default=True,
        help_text=_("Otherwise the page only tells of the class, and whom to ask."),
    )
    registration_until = models.DateField(
        _("registration until"), null=True, blank=True, help_text=_("Empty: as long as the class runs.")
    )
    fee_rupiah = models.PositiveIntegerField(
        _("fee in rupiah"), default=0, help_text=_("For the whole class. 0: free of charge.")
    )
    whatsapp = PhoneNumberField(
        _("WhatsApp number for questions"), blank=True, help_text=_("Empty: that of the village.")
    )
    is_cancelled = models.BooleanField(_("cancelled"), default=False)
    cancel_reason = models.CharField(
        pgettext_lazy("of a class", "why it is cancelled"), max_length=160, blank=True
    )
    bring = models.TextField(
        _("what to bring"), max_length=600, blank=True, help_text=_("One thing in each line.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)

    objects = ClassManager()
    base_form_class = ClassPageForm
    parent_page_types = ["culture.ClassIndexPage"]
    subpage_types = []
    card_template = "components/cards/class.html"
    menu_icon = "book-open"
    schema_type = "Course"
    typed_once = (
        "kind",
        "art_form",
        "level",
        "language",
        "age_from",
        "age_to",
        "teacher_name",
        "teacher_agreed",
        "term_from",
        "term_to",
        "recurrence",
        "starts_at",
        "ends_at",
        "quota",
        "has_waiting_list",
        "takes_registrations",
        "registration_until",
        "fee_rupiah",
        "whatsapp",
        "is_cancelled",
        "latitude",
        "longitude",
    )

    content_panels = [
        *FollowingPage.content_panels,
        FieldPanel("body"),
        FieldPanel("bring"),
        FieldRowPanel(["place", "room"]),
        FieldPanel("teacher_role"),
        TypedOnceMultiFieldPanel(
            [
                FieldRowPanel(["term_from", "term_to"]),
                FieldPanel("recurrence"),
                FieldRowPanel(["starts_at", "ends_at"]),
            ],
            heading=_("When it meets"),
        ),
        TypedOnceMultiFieldPanel(
            [
                FieldPanel("takes_registrations"),
                FieldRowPanel(["quota", "has_waiting_list"]),
                FieldRowPanel(["registration_until", "fee_rupiah"]),
            ],
            heading=_("Seats and registration"),
        ),
        TypedOnceMultiFieldPanel(
            [
                FieldRowPanel(["kind", "level", "language"]),
                FieldRowPanel(["age_from", "age_to"]),
                FieldPanel("art_form"),
            ],
            heading=_("For whom"),
        ),
        TypedOnceMultiFieldPanel(
            [
                FieldRowPanel(["teacher_name", "teacher_agreed"]),
                FieldPanel("whatsapp"),
                FieldRowPanel(["latitude", "longitude"]),
            ],
            heading=_("Teacher, contact and place on the map"),
        ),
        TypedOnceMultiFieldPanel([FieldPanel("is_cancelled")], heading=_("Is the class cancelled?")),
        FieldPanel("cancel_reason"),
        related_pages_panel(),
    ]
    search_fields = [
        *FollowingPage.search_fields,
        index.SearchField("body"),
        index.SearchField("get_kind_display"),
        index.SearchField("place"),
        index.SearchField("teacher_role"),
    ]

    class Meta:
        verbose_name = _("class")
        verbose_name_plural = _("classes")
        indexes = [models.Index(fields=["term_from", "term_to"], name="class_term")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(term_to__gte=models.F("term_from")), name="class_term_in_order"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="class_hours_in_order"
            ),
        ]

    @property
    def schedule(self) -> str:
        """Such as "Every Sunday, 09.00–10.30 WIB"."""
        return sessions.schedule_text(self.recurrence, self.starts_at, self.ends_at)

    @property
    def weekdays(self) -> str:
        return recurrence.words_of(self.recurrence)

    @property
    def kept_days(self) -> int:
        """For how many days after the term personal data of who registered is kept."""
        return settings.REGISTRATION_KEPT_DAYS

    def after_publish(self, revision) -> None:
        super().after_publish(revision)
        if self.is_source:
            self.publish_untouched(Page.objects.parent_of(self))
            sessions.keep_sessions(self)
            fill_seats(self)
            tell_of_cancellation(self)
        else:
            self.publish_untouched(Page.objects.parent_of(self))
