from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from marketplace_pages import choices
from marketplace_pages.addresses import BELOW_BUSINESSES, refuse_reserved
from marketplace_pages.editing.product_form import ProductPageForm
from marketplace_pages.editing.rupiah_field import RupiahField
from marketplace_pages.prices import HIGHEST_PRICE
from marketplace_pages.querysets import ProductManager
from sites.blocks import BodyBlock
from sites.models import FollowingPage, related_pages_panel
from sites.panels import TypedOnceInlinePanel, TypedOnceMultiFieldPanel

from .product_card import ProductCard
from .product_for_readers import ProductForReaders
from .product_rows import ProductTag


class ProductPage(ProductCard, ProductForReaders, FollowingPage):
    """One product of a business; what is typed once stands with the Indonesian version, the `source`."""

    Availability = choices.Availability

    parameters = FollowingPage.parameters | {"variant", "quantity"}
    category = models.ForeignKey(
        "marketplace_pages.ProductCategory",
        models.PROTECT,
        related_name="products",
        verbose_name=_("category"),
    )
    tags = ClusterTaggableManager(through=ProductTag, blank=True, verbose_name=_("tags"))
    price_from_rupiah = RupiahField(
        _("price (rupiah)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(HIGHEST_PRICE)],
        help_text=_("Empty: told on request."),
    )
    price_to_rupiah = RupiahField(
        _("highest price (rupiah)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(HIGHEST_PRICE)],
        help_text=_("Only where the price depends on size or work."),
    )
    unit = models.CharField(
        _("unit"), max_length=60, blank=True, help_text=_("For example: piece, 250 g, bundle of ten.")
    )
    weight_grams = models.PositiveIntegerField(
        _("weight with packing (grams)"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    minimum_order = models.PositiveSmallIntegerField(
        _("minimum order"), default=1, validators=[MinValueValidator(1)]
    )
    availability = models.CharField(
        _("availability"), max_length=13, choices=Availability, default=Availability.READY
    )
    months = models.JSONField(_("months in which there is some"), default=list, blank=True)
    making_days = models.PositiveSmallIntegerField(
        _("days it takes to make"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    materials = models.CharField(_("materials or ingredients"), max_length=300, blank=True)
    care = models.TextField(_("how to keep it"), max_length=600, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("description and story"), blank=True)

    objects = ProductManager()
    base_form_class = ProductPageForm

    parent_page_types = ["marketplace_pages.BusinessPage"]
    subpage_types = []
    card_template = "components/cards/product.html"
    menu_icon = "shopping-bag"
    schema_type = "Product"
    open_graph_type = "product"
    typed_once = (
        "category",
        "price_from_rupiah",
        "price_to_rupiah",
        "weight_grams",
        "minimum_order",
        "availability",
        "months",
        "making_days",
    )

    content_panels = [
        *FollowingPage.content_panels,
        TypedOnceMultiFieldPanel(
            [FieldPanel("category"), FieldRowPanel(["price_from_rupiah", "price_to_rupiah"])],
            heading=_("Category and price"),
        ),
        FieldPanel("unit"),
        TypedOnceMultiFieldPanel(
            [
                FieldRowPanel(["availability", "making_days"]),
                "months",
                FieldRowPanel(["minimum_order", "weight_grams"]),
            ],
            heading=_("Availability"),
        ),
        TypedOnceInlinePanel("variants", heading=_("Sizes and colours"), label=_("variant")),
        TypedOnceInlinePanel("gallery", heading=_("More pictures"), label=_("picture")),
        FieldPanel("body"),
        FieldPanel("materials"),
        FieldPanel("care"),
        FieldPanel("tags"),
        related_pages_panel(),
    ]
    search_fields = [
        *FollowingPage.search_fields,
        index.SearchField("body"),
        index.SearchField("materials"),
        index.SearchField("business_name"),
        index.SearchField("category_names"),
        index.SearchField("tag_names"),
    ]

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(price_from_rupiah=None) | models.Q(price_from_rupiah__gte=1),
                name="product_costs_something",
            ),
            models.CheckConstraint(
                condition=models.Q(price_to_rupiah=None)
                | models.Q(price_to_rupiah__gte=models.F("price_from_rupiah")),
                name="product_prices_in_order",
            ),
        ]

    def clean(self):
        super().clean()
        refuse_reserved(self, BELOW_BUSINESSES)

    def after_publish(self, revision) -> None:
        super().after_publish(revision)
        self.publish_untouched(Page.objects.ancestor_of(self))
