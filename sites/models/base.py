from functools import partial
from http import HTTPMethod

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail.url_routing import RouteResult

from sites import languages
from sites.discovery import descriptions, share_images
from sites.drawing.share_card import Label
from sites.forms import BasePageForm, OwnCopyForm
from sites.frame import Frame, frame_for
from sites.media.renditions import images_of, make_renditions
from sites.querysets import HOME_DEPTH, BasePageManager, is_live
from sites.related import lazily_related
from sites.slugs import RESERVED_SLUGS
from sites.tenancy.access import reader

from .container import WithdrawingPermissionTester


class BasePage(Page):
    """What every page of a village or the portal has.

    A page type declares how it appears elsewhere: `card_template` in lists,
    `menu_icon` in menus and on cloth, `schema_type` with `structured_data()` in
    its JSON-LD (schema.org, see sites/structured_data.py), `share_picture` and
    `share_label()` on its share image, `open_graph_type` and `open_graph()` to
    messengers, `feed_categories()` in the feed of its list,
    `is_dated` where its date belongs to a search result.
    docs/add-a-page-type.md shows one being made.

    `parameters` are those that it reads of a query; the others never reach it.

    With `created_with_village`, provisioning makes it below every home it may
    stand below, in the order of `village_order` (`portal_order`), with the titles and slugs of
    `village_titles` and `village_slugs` by language code; where desa and
    kelurahan differ, by kind below that. With `waits_for_content` it starts as
    a draft, so that readers find no empty page.
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
    base_form_class = BasePageForm

    card_template = "components/cards/page.html"
    # Fetched together with a page that is found by its address.
    picture_fields = ("listing_image",)
    menu_icon = "file-text"
    schema_type = "WebPage"
    # A page that takes forms of readers says so itself; sites.views.serve asks for no secret of Django's.
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
    # By log-in or group, accounts of other villages would open it, and the form names all groups.
    private_page_options = ["password"]
    copy_form_class = OwnCopyForm
    open_graph_type = "website"
    # With a picture, name and label stand beside it on the share image: a product with its price.
    share_card_beside_picture = False
    is_dated = False
    may_be_shared = False
    parameters: frozenset[str] = frozenset({languages.NOTE_PARAMETER})
    is_guest = False
    is_public = False  # known for a page that was found by its address
    versions = None  # live ones in all languages, known for a home that was found by its address

    created_with_village = False
    waits_for_content = False
    village_order = 100
    portal_order: int | None = None  # where the portal has it elsewhere
    village_titles: dict[str, str | dict[str, str]] = {}
    village_slugs: dict[str, str | dict[str, str]] = {}

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

    def get_admin_display_title(self):
        """What is not published yet of a title is for those whose page it is."""
        access = reader.get()
        return (
            super().get_admin_display_title() if access is None or access.reaches_page(self) else self.title
        )

    def permissions_for_user(self, user):
        return WithdrawingPermissionTester(user, self)

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

    @property
    def open_trail(self) -> list[Page]:
        """The same without what is not published: an office that was taken off leaves pages below it."""
        return [step for step in self.trail if step.live]

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Refuse a page that was to be withdrawn before now, also before the clockwork has done it."""
        if not path_components and self.expire_at and self.expire_at <= timezone.now():
            raise Http404
        return super().route(request, path_components)

    def get_view_restrictions(self):
        """Restrictions on this page or above it, in one query; nothing here is ever an alias.

        None is asked for where the search for the page by its address has found it public.
        """
        if self.is_public:
            return PageViewRestriction.objects.none()
        steps = range(Page.steplen, len(self.path) + 1, Page.steplen)
        return PageViewRestriction.objects.filter(page__path__in=[self.path[:end] for end in steps])

    @property
    def description(self) -> str:
        return self.search_description or self.summary

    def save_revision(self, *args, overwrite_revision=None, **kwargs):
        """Keep apart what somebody checks and what is written after it.

        Wagtail lets its author write over the newest version, and what was approved of it would hold.
        """
        is_newest = overwrite_revision and overwrite_revision.pk == self.latest_revision_id
        if is_newest and overwrite_revision.task_states.exists():
            overwrite_revision = None
        return super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)

    def after_publish(self, revision) -> None:
        """Called when it has been published, whichever way; may not be live yet, if its date is to come."""
        # No reader ever waits for a picture.
        make_renditions(images_of(revision.as_object()))
        share_images.prepare(self.pk)

    @staticmethod
    def publish_untouched(pages) -> None:
        """Publish those of some pages that provisioning made as drafts and nobody has edited yet."""
        for page in pages.filter(live=False, latest_revision=None):
            if page.specific_class.waits_for_content:
                page.specific.save_revision(clean=False).publish()

    def serve_password_required_response(self, request: HttpRequest, form, action_url: str) -> HttpResponse:
        """Ask for the password, and say nothing of the page: no title, no summary, no picture."""
        response = render(request, "sites/password_required.html", {"form": form, "action_url": action_url})
        add_never_cache_headers(response)
        return response

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        frame, address = frame_for(request), request.build_absolute_uri(self.get_url(request))
        frame.page = self
        frame.translations = self.remembered_translations(frame)
        context |= {
            "breadcrumbs": self.open_trail,
            "language_note": languages.note_for(request, frame.settings.languages),
            "alternates": languages.alternates(languages.absolute_addresses(frame.translations, request)),
            "canonical_url": address,
            "share_url": address,
            "description": descriptions.describe(self, frame),
            "share_image": share_images.share_image(self, frame, request),
            "related_groups": lazily_related(self, request),
        }
        return context

    def remembered_translations(self, frame: Frame) -> dict[str, Page]:
        """The live versions, for its frame; those of a guest know their host, and are found anew."""
        find = partial(self.live_translations, frame.settings.languages)
        found = find() if self.is_guest else frame.remembered(f"versions:{self.pk}", find)
        return {code: page for code, page in found.items() if is_live(page)}

    def live_translations(self, codes: list[str]) -> dict[str, Page]:
        """Versions of this page that readers may open, itself included, by language code."""
        if self.versions is None:
            return languages.translations(self, codes)
        found = {page.locale.language_code: page for page in self.versions if not page.is_restricted}
        return {code: page for code, page in found.items() if code in codes}

    def structured_data(self, request: HttpRequest) -> dict:
        """Return schema.org properties beyond those every page has."""
        return {}

    @classmethod
    def publication_kinds(cls) -> dict[str, str]:
        """Kinds of this type that readers may choose in the newsletter, by key; see sites/publications.py."""
        return {cls._meta.model_name: cls._meta.verbose_name}

    @property
    def publication_kind(self) -> str:
        return self._meta.model_name

    def feed_categories(self) -> list[str]:
        """Words under which a feed reader may sort this page."""
        return []

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

    @classmethod
    def prepare_for_sitemap(cls, pages: list) -> None:
        """Fetch what `get_sitemap_urls()` of some pages of this type needs, at once for all of them."""

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict]:
        """Addresses below this page that readers may find; the sitemap adds the alternates it lacks."""
        location = request.build_absolute_uri(self.get_url(request))
        return [{"location": location, "lastmod": self.last_published_at or self.latest_revision_created_at}]
