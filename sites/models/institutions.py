from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from phonenumber_field.modelfields import PhoneNumberField
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from sites.blocks import BodyBlock
from sites.forms import InstitutionPageForm
from sites.institutions import Kind
from sites.media.renditions import pictures_in, prefetch_renditions
from sites.panels import TypedOnceInlinePanel, TypedOnceMultiFieldPanel

from .base import BasePage
from .listing import ListingPage
from .people import RoleHolder
from .typed_once import TypedOncePage


class InstitutionIndexPage(ListingPage):
    """The institutions of a village: council, family welfare, youth, enterprise."""

    parent_page_types = ["sites.VillageHomePage"]
    subpage_types = ["sites.InstitutionPage"]
    max_count_per_parent = 1
    menu_icon = "users-round"
    lists = "sites.InstitutionPage"
    has_feed = False

    created_with_village = True
    waits_for_content = True
    village_order = 40
    village_titles = {
        "id": {"desa": "Lembaga desa", "kelurahan": "Lembaga kelurahan"},
        "en": "Institutions",
    }
    village_slugs = {
        "id": {"desa": "lembaga-desa", "kelurahan": "lembaga-kelurahan"},
        "en": "institutions",
    }

    class Meta:
        verbose_name = _("institution list")
        verbose_name_plural = _("institution lists")

    def get_listing(self, site):
        return super().get_listing(site).order_by("path")


class InstitutionPage(TypedOncePage):
    """One institution: what it does, who leads it, how to reach it."""

    kind = models.CharField(_("kind"), max_length=13, choices=Kind, default=Kind.OTHER)
    founded_year = models.PositiveSmallIntegerField(
        _("founded in"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1800), MaxValueValidator(2100)],
        help_text=_("The year, for example 2016."),
    )
    legal_basis = models.CharField(
        _("legal basis"),
        max_length=255,
        blank=True,
        help_text=_("For example: Keputusan Kepala Desa Nomor 12 Tahun 2022."),
    )
    phone = PhoneNumberField(_("telephone"), blank=True)
    whatsapp = PhoneNumberField(
        _("WhatsApp number"),
        blank=True,
        help_text=_("Everybody can read it. Ask the person whose number it is."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)

    base_form_class = InstitutionPageForm
    parent_page_types = ["sites.InstitutionIndexPage"]
    subpage_types = []
    menu_icon = "users-round"
    schema_type = "AboutPage"
    typed_once = ("founded_year", "legal_basis", "phone", "whatsapp", "members")

    content_panels = [
        BasePage.content_panels[0],
        FieldPanel("kind"),
        *BasePage.content_panels[1:],
        FieldPanel("body"),
        TypedOnceMultiFieldPanel(
            [FieldRowPanel(["founded_year", "legal_basis"]), FieldRowPanel(["phone", "whatsapp"])],
            heading=_("Facts and contact"),
        ),
        TypedOnceInlinePanel("members", heading=_("Members"), label=_("member")),
    ]
    search_fields = [
        *TypedOncePage.search_fields,
        index.SearchField("body"),
        index.SearchField("get_kind_display"),
        index.SearchField("names_and_positions"),
    ]

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")

    @cached_property
    def people(self) -> list["Member"]:
        """Those in office; an institution keeps no list of former ones."""
        return [person for person in self.rows("members", picture="photo") if person.is_in_office]

    def names_and_positions(self) -> str:
        return "\n".join(f"{person.name} {person.position} {person.position_en}" for person in self.people)

    def after_publish(self, revision) -> None:
        super().after_publish(revision)
        self.publish_untouched(Page.objects.parent_of(self))

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        photos = [person.photo for person in self.people]
        prefetch_renditions([self.listing_image, *photos, *pictures_in(self.body)])
        return context | {"facts": self.source or self}

    def structured_data(self, request: HttpRequest) -> dict:
        facts = self.source or self
        owner = {"@id": request.build_absolute_uri("/") + "#owner"}
        about = {"@type": "Organization", "name": self.title, "parentOrganization": owner}
        if facts.founded_year:
            about["foundingDate"] = str(facts.founded_year)
        if facts.phone:
            about["telephone"] = str(facts.phone)
        return {"about": about}


class Member(RoleHolder):
    """Somebody who leads an institution or works in it."""

    page = ParentalKey("sites.InstitutionPage", on_delete=models.CASCADE, related_name="members")

    class Meta(RoleHolder.Meta):
        verbose_name = _("member")
        verbose_name_plural = _("members")
