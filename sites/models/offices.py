"""The offices of the regency on the portal: the list of them, and each one's own page."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models.pages import PagePermissionTester
from wagtail.search import index

from sites.blocks import BodyBlock
from sites.feeds import NEWEST, listing_feed
from sites.frame import FEED_PATH
from sites.media.renditions import pictures_in, prefetch_renditions
from sites.panels import TypedOnceMultiFieldPanel
from sites.publications import published_below
from sites.querysets import all_pages
from sites.tenancy.access import is_portal_staff

from .base import BasePage
from .container import FixedPagePermissionTester
from .typed_once import TypedOncePage
from .village import Office


class OfficeIndexPage(BasePage):
    """All offices of the regency: those with a page of their own, and the others with their tasks."""

    parent_page_types = ["sites.PortalHomePage"]
    subpage_types = ["sites.OfficePage"]
    max_count_per_parent = 1
    menu_icon = "landmark"
    schema_type = "CollectionPage"

    created_with_village = True
    village_order = 50
    village_titles = {"id": "Kantor dinas", "en": "Offices"}
    village_slugs = {"id": "kantor", "en": "offices"}

    class Meta:
        verbose_name = _("list of offices")
        verbose_name_plural = _("lists of offices")

    def permissions_for_user(self, user):
        # With it would go the pages of all offices.
        return FixedPagePermissionTester(user, self)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        return context | {"offices": Office.objects.with_page(get_language())}


class OfficePagePermissionTester(FixedPagePermissionTester):
    """Who works for an office writes on its page; that an office is no more, only portal staff say."""

    def can_unpublish(self):
        return is_portal_staff(self.user) and PagePermissionTester.can_unpublish(self)


class OfficePage(RoutablePageMixin, TypedOncePage):
    """One office: its tasks, its programmes, how to reach it, what it has published.

    Its name and its address are those of the office; `provisioning.open_office()` makes it
    in each language and follows when they change.
    """

    office = models.ForeignKey(
        Office, models.PROTECT, editable=False, related_name="pages", verbose_name=_("office")
    )
    body = StreamField(
        BodyBlock(),
        verbose_name=_("programmes and services"),
        blank=True,
        help_text=_("What the office offers, and how one takes part."),
    )
    address = models.TextField(_("office address"), blank=True)
    phone = PhoneNumberField(_("telephone"), blank=True)
    whatsapp = PhoneNumberField(
        _("WhatsApp number"), blank=True, help_text=_("Use an office number: everybody can read it.")
    )
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(
        _("website"), blank=True, help_text=_("The office's own site, with https:// in front.")
    )

    parent_page_types = ["sites.OfficeIndexPage"]
    is_creatable = False
    menu_icon = "landmark"
    schema_type = "GovernmentOrganization"
    typed_once = ("address", "phone", "whatsapp", "email", "website")
    shown = 6

    content_panels = [
        *BasePage.content_panels[1:],
        FieldPanel("body"),
        TypedOnceMultiFieldPanel(
            ["address", FieldRowPanel(["phone", "whatsapp"]), FieldRowPanel(["email", "website"])],
            heading=_("Contact"),
        ),
    ]
    promote_panels = [FieldPanel("search_description")]
    # Without a schedule: a date of withdrawal would take it off the portal.
    settings_panels = BasePage.settings_panels[1:]
    search_fields = [
        *TypedOncePage.search_fields,
        index.SearchField("body"),
        index.SearchField("abbreviation_and_tasks"),
    ]

    class Meta:
        verbose_name = _("page of an office")
        verbose_name_plural = _("pages of offices")

    def permissions_for_user(self, user):
        return OfficePagePermissionTester(user, self)

    def with_content_json(self, content):
        """An older draft takes up what the page is called now: its name is the office's."""
        page = super().with_content_json(content)
        page.title, page.slug, page.url_path = self.title, self.slug, self.url_path
        page.office_id = self.office_id
        return page

    @property
    def has_contact(self) -> bool:
        return any(getattr(self, name) for name in self.typed_once)

    @property
    def tasks(self) -> str:
        return self.office.role_in(self.locale.language_code)

    @property
    def description(self) -> str:
        return super().description or self.tasks

    def abbreviation_and_tasks(self) -> str:
        return f"{self.office.abbreviation}\n{self.tasks}"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        published = published_below(self, self.shown)
        pictures = [self.listing_image, *(page.listing_image for page in published)]
        prefetch_renditions([*pictures, *pictures_in(self.body)])
        return context | {
            "facts": self.source or self,
            "published": published,
            "sections": list(all_pages().child_of(self).live().public().order_by("path")),
            "feed_url": self.get_url(request) + FEED_PATH,
        }

    @path(FEED_PATH, name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Answer with the newest of all that the office has published, as an Atom feed."""
        return listing_feed(self, published_below(self, NEWEST), request)

    def structured_data(self, request: HttpRequest) -> dict:
        facts = self.source or self
        data = {
            "@id": request.build_absolute_uri(self.get_url(request)) + "#office",
            "alternateName": self.office.abbreviation,
            "parentOrganization": {"@id": request.build_absolute_uri("/") + "#owner"},
            "telephone": str(facts.phone or ""),
            "email": facts.email,
            "address": ", ".join(line.strip(" ,") for line in facts.address.splitlines() if line.strip()),
            "sameAs": facts.website,
        }
        return {name: value for name, value in data.items() if value}
