from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.search import index

from culture.forms import EventPageForm
from culture.querysets import EventManager
from sites.blocks import BodyBlock
from sites.models import BasePage, FollowingPage, ListingPage, SharedPageMixin, related_pages_panel
from sites.panels import TypedOnceMultiFieldPanel

from .places import HeldSomewhere


class AgendaPage(ListingPage):
    """The calendar of a village or the regency: events, festivals and sessions of classes."""

    parent_page_types = ["sites.VillageHomePage", "sites.PortalHomePage", "sites.OfficePage"]
    subpage_types = ["culture.EventPage"]
    max_count_per_parent = 1
    menu_icon = "calendar-days"
    lists = "culture.EventPage"

    created_with_village = True
    village_order = 14
    village_titles = {"id": "Agenda", "en": "Calendar"}
    village_slugs = {"id": "agenda", "en": "calendar"}

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")


class EventPage(HeldSomewhere, SharedPageMixin, FollowingPage):
    """Something that takes place: a festival, a performance, a meeting. Of a village, or of an office."""

    class Kind(models.TextChoices):
        FESTIVAL = "festival", _("Festival")
        PERFORMANCE = "performance", _("Performance")
        RITUAL = "ritual", _("Ritual")
        WORKSHOP = "workshop", _("Workshop")
        SPORT = "sport", _("Sport")
        MEETING = "meeting", _("Meeting")
        OTHER = "other", pgettext_lazy("kind of event", "Other")

    class Certainty(models.TextChoices):
        CONFIRMED = "confirmed", _("The day is set")
        USUAL = "usual", _("Usually in certain months, the day is not set")
        LUNAR = "lunar", _("By a lunar calendar")

    class Status(models.TextChoices):
        SCHEDULED = "scheduled", pgettext_lazy("event", "Takes place")
        MOVED = "moved", pgettext_lazy("event", "Moved")
        POSTPONED = "postponed", pgettext_lazy("event", "Postponed")
        CANCELLED = "cancelled", pgettext_lazy("event", "Cancelled")

    kind = models.CharField(_("kind"), max_length=11, choices=Kind, default=Kind.OTHER)
    certainty = models.CharField(
        _("how its day is set"), max_length=9, choices=Certainty, default=Certainty.CONFIRMED
    )
    starts_at = models.DateTimeField(_("begins at"), null=True, blank=True, db_index=True)
    ends_at = models.DateTimeField(_("ends at"), null=True, blank=True)
    is_all_day = models.BooleanField(_("without a time of day"), default=False)
    usual_months = models.JSONField(_("usual months"), default=list, blank=True)
    lunar_date = models.CharField(
        _("day by the lunar calendar"), max_length=120, blank=True, help_text=_("For example: 2 Syawal.")
    )
    status = models.CharField(_("state"), max_length=9, choices=Status, default=Status.SCHEDULED)
    status_note = models.CharField(_("why it is moved or cancelled"), max_length=160, blank=True)
    moved_from = models.DateTimeField(_("was to begin at"), null=True, blank=True)
    fee_rupiah = models.PositiveIntegerField(
        _("admission in rupiah"), null=True, blank=True, help_text=_("0: free of charge. Empty: not known.")
    )
    organiser = models.CharField(_("organiser"), max_length=120, blank=True)
    link = models.URLField(_("link of the organiser"), blank=True)
    art_form = models.ForeignKey(
        "culture.ArtFormPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("art form"),
        help_text=_("Readers find the event on the page of this art form, too."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)

    objects = EventManager()
    base_form_class = EventPageForm

    parent_page_types = ["culture.AgendaPage"]
    subpage_types = []
    listed_by = "culture.AgendaPage"
    card_template = "components/cards/event.html"
    menu_icon = "calendar-days"
    schema_type = "Event"
    typed_once = (
        "kind",
        "certainty",
        "starts_at",
        "ends_at",
        "is_all_day",
        "usual_months",
        "status",
        "moved_from",
        "fee_rupiah",
        "link",
        "art_form",
        "latitude",
        "longitude",
    )

    content_panels = [
        *BasePage.content_panels,
        *SharedPageMixin.sharing_panels,
        TypedOnceMultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldPanel("certainty"),
                FieldRowPanel(["starts_at", "ends_at", "is_all_day"]),
                FieldPanel("usual_months"),
            ],
            heading=_("What and when"),
        ),
        FieldPanel("lunar_date"),
        FieldRowPanel(["place", "room"]),
        FieldPanel("organiser"),
        TypedOnceMultiFieldPanel(
            [FieldRowPanel(["fee_rupiah", "link"]), "art_form", FieldRowPanel(["latitude", "longitude"])],
            heading=_("More about it"),
        ),
        TypedOnceMultiFieldPanel(
            [FieldRowPanel(["status", "moved_from"])], heading=_("Is it moved or cancelled?")
        ),
        FieldPanel("status_note"),
        FieldPanel("body"),
        related_pages_panel(),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("get_kind_display"),
        index.SearchField("place"),
        index.SearchField("lunar_date"),
        index.SearchField("organiser"),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at=None) | models.Q(ends_at__gt=models.F("starts_at")),
                name="event_in_order",
            )
        ]

    @property
    def is_free(self) -> bool:
        return self.fee_rupiah == 0

    @property
    def is_cancelled(self) -> bool:
        return self.status == self.Status.CANCELLED

    @property
    def is_over(self) -> bool:
        last = self.ends_at or self.starts_at
        return last is not None and last < timezone.now()

    @property
    def months_text(self) -> str:
        """Names of the months in which it usually is."""
        return ", ".join(str(MONTHS[month]) for month in self.usual_months)

    def clean(self):
        super().clean()
        if self.ends_at and not self.starts_at:
            raise ValidationError({"starts_at": _("Write when it begins, too.")})
