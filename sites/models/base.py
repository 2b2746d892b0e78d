from django.core.exceptions import ValidationError
from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from sites import languages
from sites.discovery import descriptions, share_images
from sites.drawing.share_card import Label
from sites.frame import frame_for
from sites.media.renditions import images_of, make_renditions
from sites.querysets import HOME_DEPTH, BasePageManager

# Addresses below a home that are not pages.
RESERVED_SLUGS = {"admin", "cari", "documents", "en", "healthz", "id", "media", "search", "share", "static"}


class BasePage(Page):
    """What every page of a village or the portal has.

    A page type sets `menu_icon` for the menu. How others find and show its pages it says by
    `schema_type` and `structured_data()` (JSON-LD, see sites/structured_data.py), by
    `share_picture` and `share_label()` (the share image), and by `open_graph_type` and
    `open_graph()`.
    """

    summary = models.CharField(
        _("summary"),
        max_length=255,
        blank=True,
        help_text=_("One sentence. It stands below the title, in lists and in search results."),
    )
    listing_image = models.ForeignKey(
        "sites.VillageImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Shown in lists. Without one, a piece of batik cloth stands there."),
    )

    objects = BasePageManager()

    menu_icon = "file-text"
    schema_type = "WebPage"
    open_graph_type = "website"

    content_panels = [*Page.content_panels, "summary", "listing_image"]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("show_in_menus"), FieldPanel("search_description")],
            heading=_("Address, menu and search"),
        )
    ]
    search_fields = [*Page.search_fields, index.SearchField("summary")]

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.depth_below_home == 1 and (self.slug or slugify(self.title)) in RESERVED_SLUGS:
            raise ValidationError({"slug": _("This address is used by the site itself. Choose another one.")})

    @property
    def depth_below_home(self) -> int | None:
        """0 for a home, 1 for its children; None for a page that is not in the tree yet."""
        return self.depth - HOME_DEPTH if self.depth else None

    @cached_property
    def trail(self) -> list[Page]:
        """Pages from the home down to the parent; empty for a home. Costs one query."""
        return list(self.get_ancestors().filter(depth__gte=HOME_DEPTH)) if self.depth_below_home else []

    def get_view_restrictions(self):
        """Restrictions on this page or above it, in one query; nothing here is ever an alias."""
        steps = range(Page.steplen, len(self.path) + 1, Page.steplen)
        return PageViewRestriction.objects.filter(page__path__in=[self.path[:end] for end in steps])

    @property
    def description(self) -> str:
        return self.search_description or self.summary

    def publish(self, revision, *args, **kwargs):
        # Editor, schedule and workflow all end here, so no reader ever waits for a picture.
        super().publish(revision, *args, **kwargs)
        make_renditions(images_of(revision.as_object()))
        share_images.prepare(self.pk)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        frame = frame_for(request)
        frame.page = self
        frame.translations = languages.translations(self, frame.settings.languages)
        context |= {
            "breadcrumbs": self.trail,
            "language_note": languages.note_for(request),
            "alternates": languages.alternates(languages.absolute_addresses(frame.translations, request)),
            "canonical_url": request.build_absolute_uri(self.get_url(request)),
            "description": descriptions.describe(self, frame),
            "share_image": share_images.share_image(self, frame, request),
        }
        return context

    def structured_data(self, request: HttpRequest) -> dict:
        """Return schema.org properties beyond those every page has."""
        return {}

    @property
    def share_picture(self):
        """The picture a crop of which messengers show beside a link; without one, a card is drawn."""
        return getattr(self, "hero_image", None) or self.listing_image

    def share_label(self) -> Label | None:
        """Return a few words for the share image: the level of a notice, say, or a price."""
        return None

    def open_graph(self) -> list[tuple[str, object]]:
        """Return properties of Open Graph beyond those every page has."""
        return []

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict]:
        """Addresses below this page that readers may find; the sitemap adds the alternates."""
        location = request.build_absolute_uri(self.get_url(request))
        return [{"location": location, "lastmod": self.last_published_at or self.latest_revision_created_at}]


class ListingPage(BasePage):
    """An index: it lists pages of one type below it, newest first unless it says otherwise.

    With `created_with_village`, provisioning makes it in every village, with the
    titles and slugs of `village_titles` and `village_slugs` (by language code).
    """

    created_with_village = False
    village_titles: dict[str, str] = {}
    village_slugs: dict[str, str] = {}
    page_size = 12

    class Meta:
        abstract = True

    def get_listing(self):
        """Return the pages to list, with what a card needs, in a constant number of queries."""
        raise NotImplementedError(f"{type(self).__name__} does not say what it lists.")

    def paginate(self, request: HttpRequest, pages) -> PaginatorPage:
        """Return the requested part; a wrong number gives the nearest part, never an error."""
        return Paginator(pages, self.page_size).get_page(request.GET.get("page"))
