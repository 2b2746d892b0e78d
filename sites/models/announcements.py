from datetime import timedelta
from functools import partial

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Site
from wagtail.search import index

from sites.announcement_form import AnnouncementPageForm
from sites.blocks import BodyBlock
from sites.discovery import owner
from sites.drawing.share_card import Label
from sites.frame import frame_for
from sites.querysets import AnnouncementManager

from .base import BasePage
from .sharing import SharedPageMixin

LONGEST_ENDLESS_EMERGENCY = timedelta(days=3)
RELATED = 3


class AnnouncementTag(TaggedItemBase):
    content_object = ParentalKey(
        "sites.AnnouncementPage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class AnnouncementPage(SharedPageMixin, BasePage):
    """A dated notice of a village, or of an office for many of them."""

    class Category(models.TextChoices):
        GENERAL = "general", _("General")
        SERVICE = "service", _("Service")
        EVENT = "event", _("Event")
        HEALTH = "health", _("Health")
        DEVELOPMENT = "development", _("Development")
        ASSISTANCE = "assistance", _("Assistance")
        SAFETY = "safety", _("Safety")

    class Severity(models.TextChoices):
        INFO = "info", pgettext_lazy("announcement level", "Info")
        IMPORTANT = "important", pgettext_lazy("announcement level", "Important")
        EMERGENCY = "emergency", pgettext_lazy("announcement level", "Emergency")

    category = models.CharField(_("category"), max_length=12, choices=Category, default=Category.GENERAL)
    severity = models.CharField(
        _("level"),
        max_length=10,
        choices=Severity,
        default=Severity.INFO,
        help_text=_("An important notice or an emergency stands on top of every page until it ends."),
    )
    expires_at = models.DateTimeField(
        _("ends at"),
        null=True,
        blank=True,
        help_text=_("From then on it is in the archive and no longer on top. An emergency needs an end."),
    )
    is_pinned = models.BooleanField(_("keep at the top of the list"), default=False)
    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)
    tags = ClusterTaggableManager(through=AnnouncementTag, blank=True, verbose_name=_("tags"))

    objects = AnnouncementManager()
    base_form_class = AnnouncementPageForm

    parent_page_types = ["sites.AnnouncementIndexPage"]
    subpage_types = []
    listed_by = "sites.AnnouncementIndexPage"
    decided_by_source = ("severity", "expires_at")
    card_template = "components/cards/announcement.html"
    menu_icon = "megaphone"
    schema_type = "NewsArticle"
    is_dated = True
    open_graph_type = "article"

    content_panels = [
        *BasePage.content_panels,
        *SharedPageMixin.sharing_panels,
        MultiFieldPanel(
            [FieldRowPanel(["category", "severity"]), FieldRowPanel(["expires_at", "is_pinned"])],
            heading=_("What kind of announcement"),
        ),
        FieldPanel("body"),
        InlinePanel("attachments", heading=_("Attachments"), label=_("attachment")),
        FieldPanel("tags"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.RelatedFields("tags", [index.SearchField("name")]),
    ]

    class Meta:
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")
        indexes = [models.Index(fields=["severity", "expires_at"], name="announcement_urgent")]

    @property
    def published_on(self):
        """When readers first saw it; a draft or a preview shows today."""
        return self.first_published_at or timezone.now()

    @property
    def is_alert(self) -> bool:
        may_warn = not self.office_id or self.office.may_alert
        return may_warn and self.severity == self.Severity.EMERGENCY

    @property
    def is_on_top(self) -> bool:
        """Whether the site that shows it keeps it at the top of the list."""
        return getattr(self, "on_top", self.is_pinned)

    @classmethod
    def moments_on(cls, site: Site) -> list[tuple]:
        """When notices end; see page_cache/slots.py."""
        return [(cls.objects.shown_on(site), "expires_at")]

    @property
    def is_expired(self) -> bool:
        return self.expires_at is not None and self.expires_at <= timezone.now()

    def after_publish(self, revision) -> None:
        # The form asks for an end; a bulk action or an approved draft passes by the form.
        endless = AnnouncementPage.objects.live().filter(
            pk=self.pk, severity=self.Severity.EMERGENCY, expires_at=None
        )
        endless.update(expires_at=timezone.now() + LONGEST_ENDLESS_EMERGENCY)
        super().after_publish(revision)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        frame = frame_for(request)
        return context | frame.remembered_now(f"beside:{self.pk}", partial(self.beside, frame.site))

    def beside(self, site: Site) -> dict:
        """Its tags, and the ways on to other announcements of a site."""
        others = AnnouncementPage.objects.shown_on(site).filter(locale=self.locale_id).exclude(pk=self.pk)
        tags = list(self.tags.all())
        related = others.listed().related_to(self, tags).select_related("locale", "office")
        older, newer = None, None
        if self.first_published_at:
            older, newer = others.live().public().neighbours(self)
        return {
            "tags": tags,
            "related": list(related.defer_streamfields()[:RELATED]),
            "older": older,
            "newer": newer,
        }

    @classmethod
    def publication_kinds(cls) -> dict[str, str]:
        return {f"announcement-{value}": label for value, label in cls.Category.choices}

    @property
    def publication_kind(self) -> str:
        return f"announcement-{self.category}"

    def feed_categories(self) -> list[str]:
        return [self.get_category_display()]

    def structured_data(self, request: HttpRequest) -> dict:
        publisher = owner.publisher(self, request)
        data = {
            "headline": self.title[:110],
            "datePublished": self.published_on.isoformat(),
            "articleSection": self.get_category_display(),
            "author": publisher,
            "publisher": publisher,
        }
        if self.last_published_at:
            data["dateModified"] = self.last_published_at.isoformat()
        if self.expires_at:
            data["expires"] = self.expires_at.isoformat()
        return data

    def share_label(self) -> Label | None:
        urgent = self.severity != self.Severity.INFO and not self.is_expired
        return Label(self.get_severity_display(), self.severity) if urgent else None

    def open_graph(self) -> list[tuple[str, object]]:
        found = [("article:published_time", self.published_on.isoformat())]
        if self.last_published_at:
            found.append(("article:modified_time", self.last_published_at.isoformat()))
        return [*found, ("article:section", self.get_category_display())]


class AnnouncementAttachment(Orderable):
    """A document offered with an announcement."""

    page = ParentalKey("sites.AnnouncementPage", on_delete=models.CASCADE, related_name="attachments")
    document = models.ForeignKey(
        "sites.VillageDocument", models.CASCADE, related_name="+", verbose_name=_("document")
    )
    title = models.CharField(
        _("title"), max_length=160, blank=True, help_text=_("Empty: the document's own title.")
    )

    panels = ["document", "title"]

    class Meta(Orderable.Meta):
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")

    def __str__(self):
        return self.title_or_name

    @property
    def title_or_name(self) -> str:
        return self.title or self.document.title
