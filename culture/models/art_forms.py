from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from culture import homes
from culture.around import classes_and_events, name_places_and_homes
from culture.forms import ArtFormPageForm
from culture.querysets import ArtFormManager
from sites.blocks import BodyBlock
from sites.drawing.share_card import Label
from sites.frame import frame_for
from sites.media.renditions import prefetch_renditions
from sites.models import BasePage, SharedPageMixin, related_pages_panel

LONGEST_SOURCES = 2000
KIND_ICONS = {
    "dance": "music",
    "music": "drum",
    "ritual": "hand-heart",
    "craft": "spool",
    "theatre": "drama",
    "literature": "book-open",
    "culinary": "soup",
}


class ArtFormPage(SharedPageMixin, BasePage):
    """A dance, a ritual, a craft: what it is, who keeps it, and how a guest behaves."""

    class Kind(models.TextChoices):
        DANCE = "dance", _("Dance")
        MUSIC = "music", _("Music")
        RITUAL = "ritual", _("Ritual")
        CRAFT = "craft", _("Craft")
        THEATRE = "theatre", _("Theatre")
        LITERATURE = "literature", _("Literature")
        CULINARY = "culinary", _("Food and drink")

    class Photography(models.TextChoices):
        UNKNOWN = "", _("nothing said")
        FREE = "free", _("Photographs are welcome.")
        ASK = "ask", _("Ask before you take photographs.")
        NONE = "none", _("No photographs, please.")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    villages = ParentalManyToManyField(
        "sites.Village",
        blank=True,
        related_name="+",
        verbose_name=_("villages where it is at home"),
        help_text=_("None: it belongs to the regency as a whole."),
    )
    season = models.CharField(
        _("season"),
        max_length=160,
        blank=True,
        help_text=_("In words, for lunar dates too: the second day of Syawal."),
    )
    where_and_when = models.TextField(_("where and when to see it"), max_length=600, blank=True)
    custodians = models.TextField(
        _("who keeps it alive"),
        max_length=600,
        blank=True,
        help_text=_("Groups and roles. Name people only if they agree."),
    )
    is_sacred = models.BooleanField(
        _("it is sacred"), default=False, help_text=_("Readers are asked to behave as at a prayer.")
    )
    photography = models.CharField(
        _("photographs"), max_length=5, choices=Photography, default=Photography.UNKNOWN, blank=True
    )
    etiquette = models.TextField(
        _("how to behave as a guest"),
        max_length=1000,
        blank=True,
        help_text=_("What to wear, where to stand, when to be silent."),
    )
    sources = models.TextField(
        _("sources"),
        max_length=LONGEST_SOURCES,
        blank=True,
        help_text=_("Where the facts come from, one source in each line."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("story"), blank=True)

    objects = ArtFormManager()
    base_form_class = ArtFormPageForm

    parent_page_types = ["culture.ArtFormIndexPage"]
    subpage_types = []
    listed_by = "culture.ArtFormIndexPage"
    decided_by_source = ("kind", "is_sacred", "photography")
    card_template = "components/cards/art_form.html"
    menu_icon = "music"
    schema_type = "CreativeWork"
    open_graph_type = "article"

    content_panels = [
        *BasePage.content_panels,
        *SharedPageMixin.sharing_panels,
        FieldPanel("kind"),
        FieldPanel("villages"),
        FieldPanel("body"),
        MultiFieldPanel(["season", "where_and_when", "custodians"], heading=_("When, where, who")),
        MultiFieldPanel([FieldRowPanel(["is_sacred", "photography"]), "etiquette"], heading=_("For guests")),
        InlinePanel("gallery", heading=_("Gallery"), label=_("picture")),
        InlinePanel("recordings", heading=_("To listen and to watch"), label=_("recording")),
        FieldPanel("sources"),
        related_pages_panel(),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("get_kind_display"),
        index.SearchField("season"),
        index.SearchField("where_and_when"),
        index.SearchField("custodians"),
    ]

    class Meta:
        verbose_name = _("art form")
        verbose_name_plural = _("art forms")

    @cached_property
    def homes(self) -> list:
        """Villages where it is at home; a list and the page ask for them with other things."""
        return list(self.villages.all())

    @property
    def kind_icon(self) -> str:
        return KIND_ICONS.get(self.kind, self.menu_icon)

    @property
    def source_lines(self) -> list[str]:
        return [line.strip() for line in self.sources.splitlines() if line.strip()]

    def after_publish(self, revision) -> None:
        homes.follow_source(self)
        super().after_publish(revision)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        pictures, recordings = self.pictures_and_recordings()
        classes, events = classes_and_events(self, request)
        self.homes = name_places_and_homes(self, [*classes, *events], request)
        own = frame_for(request).village
        return context | {
            "pictures": pictures,
            "recordings": recordings,
            "classes": classes,
            "events": events,
            "homes": [village for village in self.homes if village != own],
        }

    def pictures_and_recordings(self) -> tuple[list, list]:
        """Rows with all sizes of their pictures."""
        pictures = list(self.gallery.all().select_related("image"))
        recordings = list(self.recordings.all().select_related("file", "picture"))
        shown = [row.image for row in pictures] + [row.picture for row in recordings]
        prefetch_renditions([self.listing_image, *shown])
        return pictures, recordings

    def structured_data(self, request: HttpRequest) -> dict:
        regency = {"@type": "AdministrativeArea", "name": "Banyuwangi"}
        places = [{"@type": "Place", "name": str(v), "containedInPlace": regency} for v in self.homes]
        return {"genre": self.get_kind_display(), "locationCreated": places or regency}

    def share_label(self) -> Label:
        return Label(self.get_kind_display())

    def feed_categories(self) -> list[str]:
        return [self.get_kind_display()]
