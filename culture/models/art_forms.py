from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from culture.forms import ArtFormPageForm
from culture.querysets import ArtFormManager
from sites.blocks import BodyBlock
from sites.models import BasePage, ListingPage, SharedPageMixin

LONGEST_SOURCES = 2000


class ArtFormIndexPage(ListingPage):
    """The culture of a village, or of the whole regency: its own art forms, and those that offices share."""

    parent_page_types = ["sites.VillageHomePage", "sites.PortalHomePage", "sites.OfficePage"]
    subpage_types = ["culture.ArtFormPage"]
    max_count_per_parent = 1
    menu_icon = "music"
    lists = "culture.ArtFormPage"
    has_feed = False

    created_with_village = True
    village_order = 16
    village_titles = {"id": "Budaya", "en": "Culture"}
    village_slugs = {"id": "budaya", "en": "culture"}

    class Meta:
        verbose_name = _("culture list")
        verbose_name_plural = _("culture lists")


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


class ArtFormPicture(Orderable):
    """A picture of the gallery; who made it stands with the picture itself."""

    page = ParentalKey("culture.ArtFormPage", on_delete=models.CASCADE, related_name="gallery")
    image = models.ForeignKey(
        "sites.VillageImage",
        models.CASCADE,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Ask the people in it, and the parents of children."),
    )
    caption = models.CharField(_("caption"), max_length=200, blank=True)

    panels = ["image", "caption"]

    class Meta(Orderable.Meta):
        verbose_name = _("picture of the gallery")
        verbose_name_plural = _("pictures of the gallery")

    def __str__(self):
        return self.caption or str(self.image)


class Recording(Orderable):
    """Something to hear or to see: a file of one's own, or a link to where it is. Nothing loads by itself."""

    class Medium(models.TextChoices):
        AUDIO = "audio", _("Audio")
        VIDEO = "video", _("Video")

    page = ParentalKey("culture.ArtFormPage", on_delete=models.CASCADE, related_name="recordings")
    medium = models.CharField(_("kind"), max_length=5, choices=Medium)
    title = models.CharField(_("title"), max_length=160)
    file = models.ForeignKey(
        "sites.VillageDocument",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("file"),
        help_text=_("A recording of your own, as MP3, M4A, OGG, MP4 or WebM."),
    )
    link = models.URLField(_("or a link"), blank=True, help_text=_("For example to a video on YouTube."))
    picture = models.ForeignKey(
        "sites.VillageImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Stands there until somebody taps it."),
    )
    credit = models.CharField(_("credit"), max_length=160, blank=True)
    transcript = models.TextField(
        _("transcript"),
        blank=True,
        help_text=_("What is said, sung and to be seen, for who can't hear or see it, or has no data left."),
    )

    panels = [
        FieldRowPanel(["medium", "title"]),
        FieldRowPanel(["file", "link"]),
        FieldRowPanel(["picture", "credit"]),
        "transcript",
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")

    def __str__(self):
        return self.title
