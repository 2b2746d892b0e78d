"""One page of an office that many villages show: for whom it is, and what each village does with it."""

from datetime import timedelta

from django.apps import apps
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, Site

from sites.frame import frame_for
from sites.identity import village_of
from sites.querysets import OFFICE_DEPTH, PageViewsQuerySet, VillageSharingQuerySet
from sites.sharing.audience import LONGEST_KEY, Audience
from sites.sharing.counting import count_view
from sites.sharing.forms import SharedPageForm
from sites.sharing.queries import reaching
from sites.sharing.targets import keep_targets


class ShareTarget(models.Model):
    """A group of villages that shows a published page, by its key; see sites/sharing/audience.py."""

    owned_through = "page"

    page = models.ForeignKey(Page, models.CASCADE, related_name="share_targets")
    key = models.CharField(max_length=LONGEST_KEY)
    is_alert = models.BooleanField(default=False)  # no village can hide it
    ends_at = models.DateTimeField(null=True)  # when all versions are withdrawn

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "key"], name="share_target_once")]
        indexes = [models.Index(fields=["key", "page"], name="share_target_by_key")]

    def __str__(self):
        return self.key

    @classmethod
    def moments_on(cls, site: Site) -> list[tuple]:
        """When what offices share with a village ends; see page_cache/slots.py."""
        return [(reaching(village_of(site)), "ends_at")]


class VillageSharing(models.Model):
    """What a village does with an office's page and its translations: hide it, pin it, add a note."""

    village = models.ForeignKey("sites.Village", models.CASCADE, related_name="sharings")
    translation_key = models.UUIDField(editable=False)
    is_hidden = models.BooleanField(
        _("do not show it on our site"), default=False, help_text=_("You can show it again at any time.")
    )
    is_pinned = models.BooleanField(_("keep at the top of the list"), default=False)
    note = models.TextField(
        _("our note (Indonesian)"),
        max_length=500,
        blank=True,
        help_text=_("Stands above the text, for example: in our village on Thursday, at the village hall."),
    )
    note_en = models.TextField(_("our note (English)"), max_length=500, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = VillageSharingQuerySet.as_manager()

    class Meta:
        verbose_name = _("village's choice about a shared page")
        verbose_name_plural = _("villages' choices about shared pages")
        constraints = [
            models.UniqueConstraint(fields=["village", "translation_key"], name="village_sharing_once")
        ]
        indexes = [models.Index(fields=["translation_key"], name="village_sharing_by_page")]

    def __str__(self):
        return str(self.translation_key)

    @property
    def note_and_language(self) -> tuple[str, str]:
        """The note in the active language, or else in the other; with the language that it is in."""
        notes = {"id": self.note, "en": self.note_en}
        own = get_language()
        return next(((notes[code], code) for code in (own, "id", "en") if notes.get(code)), ("", own))


class PageViews(models.Model):
    """How often a shared page was opened on one site on one day. Says nothing of who opened it."""

    owned_through = "page"
    kept_for_a_time = "counts of views"
    KEPT = timedelta(days=400)

    page = models.ForeignKey(Page, models.CASCADE, related_name="+")
    site = models.ForeignKey("wagtailcore.Site", models.CASCADE, related_name="+")
    day = models.DateField()
    number = models.PositiveIntegerField(default=0)

    objects = PageViewsQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "site", "day"], name="page_views_once")]
        indexes = [models.Index(fields=["day"], name="page_views_age")]

    def __str__(self):
        return f"{self.day}: {self.number}"


class SharedPageMixin(models.Model):
    """For page types that an office may publish for many villages; stands before `BasePage`.

    It stays one page, with its translations. Lists, home, feed and search of a village ask for it;
    there it is a guest (`is_guest`): in the village's frame, marked with its office. `listed_by` names
    the type of list that shows it. For whom it is says the Indonesian version.
    """

    # Empty until somebody has chosen; then it is for no village, as on the pages of villages.
    audience = models.CharField(_("for whom"), max_length=10, choices=Audience, default="", blank=True)
    audience_districts = models.JSONField(_("districts (kecamatan)"), default=list, blank=True)
    audience_villages = models.JSONField(_("villages"), default=list, blank=True)
    office = models.ForeignKey(
        "sites.Office", models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    may_be_shared = True
    listed_by = ""
    # Fields that the Indonesian version decides for all, beside the audience.
    decided_by_source: tuple[str, ...] = ()
    # Set by the queries that find it on a site that is not its own; `host` is that site's frame.
    is_guest = False
    host = None
    # What the village writes beside it, in Indonesian and in English.
    note_here = note_en_here = ""
    base_form_class = SharedPageForm
    sharing_panels = [
        MultiFieldPanel(
            [FieldPanel("audience"), FieldPanel("audience_districts"), FieldPanel("audience_villages")],
            heading=_("Which villages show it"),
            classname="audience",
        )
    ]

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if self.path:
            self.office_id = self.find_office_id()
        super().save(*args, **kwargs)

    @property
    def is_alert(self) -> bool:
        """Whether no village can hide it."""
        return False

    @property
    def publisher(self) -> str:
        """Whose it is, in few words."""
        return self.office.abbreviation if self.office_id else gettext("Banyuwangi Regency")

    @property
    def publisher_name(self) -> str:
        return self.office.display_name if self.office_id else self.publisher

    @property
    def mark(self) -> str:
        """The publisher, where readers may not take it for granted; empty on a village's own pages."""
        return self.publisher if self.is_guest or self.office_id else ""

    def find_office_id(self) -> int | None:
        """The office below whose page this one stands. One query."""
        pages = apps.get_model("sites", "OfficePage").objects
        above = pages.filter(path=self.path[: OFFICE_DEPTH * self.steplen])
        return above.values_list("office_id", flat=True).first()

    def after_publish(self, revision) -> None:
        # Before pictures are made, which takes a while and may fail: an emergency waits for nothing.
        keep_targets(self)
        super().after_publish(revision)

    def get_url(self, request=None, current_site=None):
        address = frame_for(request).guest_address(self) if self.is_guest and request is not None else None
        return address or super().get_url(request, current_site)

    @cached_property
    def trail(self) -> list[Page]:
        """As a guest it stands below the list of the site that shows it."""
        return self.host.guest_trail(self) if self.is_guest else super().trail

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        frame = frame_for(request)
        response = super().serve(request, *args, **kwargs)
        if self.is_guest or frame.is_portal:
            count_view(self, request, frame.site)
        return response

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        if self.is_guest:
            # Search engines keep the office's own address, which has the translations, too.
            context |= {
                "canonical_url": self.get_full_url(request),
                "alternates": [],
                "village_choice": VillageSharing(note=self.note_here, note_en=self.note_en_here),
            }
        return context

    def live_translations(self, codes: list[str]) -> dict[str, Page]:
        if not self.is_guest:
            return super().live_translations(codes)
        versions = (
            type(self)
            .objects.shared_on(self.host.site)
            .listed()
            .filter(translation_key=self.translation_key, locale__language_code__in=codes)
        )
        return {page.locale.language_code: page for page in versions.select_related("locale", "office")}
