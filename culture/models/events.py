from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import Site
from wagtail.search import index

from culture.calendar.timing import Timed
from culture.events import data
from culture.events.sights import sights_of
from culture.forms import EventPageForm
from culture.querysets import EventManager
from culture.states import EventCertainty, EventKind, EventStatus
from sites.blocks import BodyBlock
from sites.drawing.share_card import Label
from sites.frame import frame_for
from sites.models import BasePage, FollowingPage, SharedPageMixin, related_pages_panel
from sites.panels import TypedOnceMultiFieldPanel

from .places import HeldSomewhere


class EventPage(Timed, HeldSomewhere, SharedPageMixin, FollowingPage):
    """Something that takes place: a festival, a performance, a meeting. Of a village, or of an office."""

    Kind, Certainty, Status = EventKind, EventCertainty, EventStatus

    kind = models.CharField(_("kind"), max_length=11, choices=Kind, default=Kind.OTHER)
    certainty = models.CharField(
        _("how its day is set"), max_length=9, choices=Certainty, default=Certainty.CONFIRMED
    )
    starts_at = models.DateTimeField(_("begins at"), null=True, blank=True, db_index=True)
    ends_at = models.DateTimeField(pgettext_lazy("class or event", "ends at"), null=True, blank=True)
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

    @classmethod
    def moments_on(cls, site: Site) -> list[tuple]:
        """When events begin and end; see page_cache/slots.py."""
        shown = cls.objects.shown_on(site)
        return [(shown, "starts_at"), (shown, "ends_at")]

    @property
    def schema_type(self) -> str:
        """An event of schema.org needs a day; until it is known, the page is no more than a page."""
        return "Event" if self.starts_at else "WebPage"

    @property
    def is_free(self) -> bool:
        return self.fee_rupiah == 0

    def said(self, name: str) -> str:
        """A text of this version, or of the Indonesian one where a translation lacks it."""
        own = getattr(self, name)
        return own if own or self.is_source else getattr(self.source, name, "")

    @property
    def why_changed(self) -> str:
        return self.said("status_note")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        return context | sights_of(self, frame_for(request), request)

    def structured_data(self, request: HttpRequest) -> dict:
        return data.event(self, request) if self.starts_at else {}

    def share_label(self) -> Label:
        """Its day; or that it is not as planned, which matters more."""
        if self.status_label:
            return Label(self.status_label, "important")
        return Label(date_format(self.first_day) if self.first_day else str(self.get_kind_display()))

    def clean(self):
        super().clean()
        if self.ends_at and not self.starts_at:
            raise ValidationError({"starts_at": _("Write when it begins, too.")})
