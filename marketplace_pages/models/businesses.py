from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from marketplace_pages import choices
from marketplace_pages.addresses import BELOW_LISTS, refuse_reserved
from marketplace_pages.editing.business_form import BusinessPageForm
from marketplace_pages.editing.rupiah_field import RupiahField
from marketplace_pages.querysets import BusinessManager
from sites.blocks import BodyBlock, OpeningWeekBlock
from sites.models import FollowingPage, OnTheMap, related_pages_panel
from sites.panels import TypedOnceInlinePanel, TypedOnceMultiFieldPanel

from .business_for_readers import BusinessForReaders


class BusinessPage(BusinessForReaders, OnTheMap, FollowingPage):
    """Somebody who makes or offers something: a small business, a BUMDes, a homestay, a guide.

    Products are pages below it. Permits stand with the Indonesian version, the `source`, and are no part of
    its drafts: see `Permit`.
    """

    Kind = choices.BusinessKind

    parameters = FollowingPage.parameters | {"page", "item"}
    kind = models.CharField(_("kind"), max_length=11, choices=Kind, default=Kind.MICRO)
    owner_name = models.CharField(
        _("name of the owner"),
        max_length=80,
        blank=True,
        help_text=_("Only if the owner agrees that it stands here."),
    )
    owner_agreed_on = models.DateField(_("the owner agreed on"), null=True, blank=True)
    founded_year = models.PositiveSmallIntegerField(
        _("founded in"), null=True, blank=True, validators=[MinValueValidator(1800)]
    )
    body = StreamField(BodyBlock(), verbose_name=_("story"), blank=True)
    address = models.CharField(
        _("address"), max_length=200, blank=True, help_text=_("Street or hamlet (dusun), RT and RW.")
    )
    how_to_get_there = models.TextField(_("how to get there"), max_length=600, blank=True)
    opening_hours = StreamField(
        OpeningWeekBlock(),
        verbose_name=_("opening hours"),
        blank=True,
        help_text=_("Add a line for days with the same hours."),
    )
    whatsapp = PhoneNumberField(
        _("WhatsApp number"), blank=True, help_text=_("For orders. Everybody can read it.")
    )
    payment_ways = models.JSONField(_("ways to pay"), default=list, blank=True)
    delivery_ways = models.JSONField(_("ways of delivery"), default=list, blank=True)
    facilities = models.JSONField(_("facilities"), default=list, blank=True)
    price_from_rupiah = RupiahField(
        _("price from (rupiah)"), null=True, blank=True, help_text=_("Such as an entrance fee, or a night.")
    )
    price_to_rupiah = RupiahField(_("price to (rupiah)"), null=True, blank=True)
    price_unit = models.CharField(
        _("price for"), max_length=60, blank=True, help_text=_("For example: person, night, trip.")
    )

    objects = BusinessManager()
    base_form_class = BusinessPageForm

    parent_page_types = ["marketplace_pages.ShowcasePage"]
    subpage_types = ["marketplace_pages.ProductPage"]
    card_template = "components/cards/business.html"
    menu_icon = "store"
    typed_once = (
        "kind",
        "owner_name",
        "owner_agreed_on",
        "founded_year",
        "address",
        "opening_hours",
        "whatsapp",
        "payment_ways",
        "delivery_ways",
        "facilities",
        "price_from_rupiah",
        "price_to_rupiah",
        "latitude",
        "longitude",
    )

    content_panels = [
        *FollowingPage.content_panels,
        TypedOnceMultiFieldPanel([FieldRowPanel(["kind", "whatsapp"])], heading=_("Kind and contact")),
        FieldPanel("body"),
        TypedOnceInlinePanel("gallery", heading=_("Gallery"), label=_("picture")),
        TypedOnceMultiFieldPanel(
            [FieldRowPanel(["owner_name", "owner_agreed_on"]), "founded_year"], heading=_("Owner")
        ),
        TypedOnceMultiFieldPanel(
            ["address", FieldRowPanel(["latitude", "longitude"]), "opening_hours"],
            heading=_("Where and when"),
        ),
        FieldPanel("how_to_get_there"),
        TypedOnceMultiFieldPanel(["payment_ways", "delivery_ways"], heading=_("Paying and sending")),
        TypedOnceMultiFieldPanel(
            ["facilities", FieldRowPanel(["price_from_rupiah", "price_to_rupiah"])], heading=_("For guests")
        ),
        FieldPanel("price_unit"),
        TypedOnceInlinePanel("links", heading=_("Other shops and channels"), label=_("link")),
        TypedOnceInlinePanel("units", heading=_("Units of a BUMDes"), label=_("unit")),
        TypedOnceInlinePanel("reports", heading=_("Yearly reports of a BUMDes"), label=_("report")),
        related_pages_panel(),
    ]
    search_fields = [
        *FollowingPage.search_fields,
        index.SearchField("body"),
        index.SearchField("get_kind_display"),
        index.SearchField("address"),
    ]

    class Meta:
        verbose_name = _("business")
        verbose_name_plural = _("businesses")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(owner_name="") | models.Q(owner_agreed_on__isnull=False),
                name="business_owner_agreed",
            ),
            models.CheckConstraint(
                condition=models.Q(price_to_rupiah=None)
                | models.Q(price_to_rupiah__gte=models.F("price_from_rupiah")),
                name="business_prices_in_order",
            ),
        ]

    @property
    def is_tourism(self) -> bool:
        return self.kind in choices.TOURISM

    @property
    def kind_icon(self) -> str:
        return choices.KIND_ICONS.get(self.kind, self.menu_icon)

    def clean(self):
        super().clean()
        refuse_reserved(self, BELOW_LISTS)

    def after_publish(self, revision) -> None:
        super().after_publish(revision)
        self.publish_untouched(Page.objects.parent_of(self))
