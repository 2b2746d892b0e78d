from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from services import choices
from services.editing.document_form import PublicDocumentForm
from services.library import data, sights
from services.querysets import DocumentManager
from sites.models import BasePage, FollowingPage, ListingPage, VillageDocument
from sites.panels import TypedOnceMultiFieldPanel

FIRST_YEAR = 1945


class DocumentIndexPage(ListingPage):
    """Public information of a village (PPID): regulations, plans, budgets, reports, and asking for more."""

    parameters = ListingPage.parameters | {"q", "exact", "list", "kind", "year"}
    parent_page_types = ["sites.VillageHomePage"]
    subpage_types = ["services.PublicDocumentPage"]
    max_count_per_parent = 1
    menu_icon = "book-open"
    lists = "services.PublicDocumentPage"
    has_teaser = False
    is_remembered = False  # it hands on questions, not answers
    page_size = 20

    created_with_village = True
    village_order = 50
    village_titles = {"id": "Informasi publik", "en": "Public information"}
    village_slugs = {"id": "informasi-publik", "en": "public-information"}

    class Meta:
        verbose_name = _("public information")
        verbose_name_plural = _("public information")

    def get_listing_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        return sights.of_library(self, request)


class PublicDocumentPage(FollowingPage):
    """One document that everybody may read, with its year, number, type and size."""

    Kind, Disclosure = choices.DocumentKind, choices.Disclosure

    kind = models.CharField(_("category"), max_length=11, choices=Kind, default=Kind.OTHER)
    disclosure = models.CharField(
        _("list of public information"),
        max_length=9,
        choices=Disclosure,
        default=Disclosure.PERIODIC,
        help_text=_("Law 14/2008, articles 9 to 11."),
    )
    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(2100)]
    )
    number = models.CharField(_("number"), max_length=60, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    document = models.ForeignKey(
        "sites.VillageDocument", models.PROTECT, related_name="+", verbose_name=_("file")
    )
    replaces = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name=_("takes the place of"),
    )

    objects = DocumentManager()
    base_form_class = PublicDocumentForm

    parent_page_types = ["services.DocumentIndexPage"]
    subpage_types = []
    card_template = "components/cards/public_document.html"
    menu_icon = "file-text"
    schema_type = "DigitalDocument"
    is_dated = True
    typed_once = ("kind", "disclosure", "year", "number", "issued_on", "document", "replaces")

    content_panels = [
        *BasePage.content_panels,
        TypedOnceMultiFieldPanel(
            [
                FieldPanel("document"),
                FieldRowPanel(["kind", "disclosure"]),
                FieldRowPanel(["year", "number", "issued_on"]),
                FieldPanel("replaces"),
            ],
            heading=_("The document"),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("get_kind_display"),
        index.SearchField("number"),
        index.SearchField("year"),
    ]

    class Meta:
        verbose_name = _("public document")
        verbose_name_plural = _("public documents")

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        """An older version whose file was deleted since stands with the file of today: it can't have none."""
        if check_fks and not VillageDocument.objects.filter(pk=data.get("document")).exists():
            data = {**data, "document": cls.objects.values_list("document", flat=True).get(pk=data["pk"])}
        return super().from_serializable_data(data, check_fks=check_fks, strict_fks=strict_fks)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        return super().get_context(request, *args, **kwargs) | sights.of_document(self)

    def structured_data(self, request: HttpRequest) -> dict:
        return data.document(self, request)

    def feed_categories(self) -> list[str]:
        return [str(self.get_kind_display())]
