"""The products that somebody looks after."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page

from marketplace_pages.models import BusinessPage, ProductPage
from sites.admin.columns import STACKED, TextColumn
from sites.tenancy import place_name, sees_several

from .access import products_of
from .buttons import buttons_for
from .desk import DESK_TITLE, NAMESPACE
from .notes import notes_for
from .product_filters import ProductFilterSet


class PhotoColumn(BaseColumn):
    cell_template_name = "marketplace_pages/admin/photo_cell.html"


class SwitchColumn(BaseColumn):
    """Sold out, or there again, by one tap."""

    cell_template_name = "marketplace_pages/admin/switch_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"csrf_token": parent_context.get("csrf_token")}


def state_text(product: ProductPage) -> str:
    if product.workflow_in_progress:
        return _("Waits for the village's approval")
    if not product.live:
        return _("Not on the site")
    return _("Published, with changes that wait") if product.has_unpublished_changes else _("Published")


class ProductListView(BaseListingView):
    model = ProductPage
    page_title = DESK_TITLE
    header_icon = "pick"
    index_url_name = f"{NAMESPACE}:index"
    index_results_url_name = f"{NAMESPACE}:index_results"
    template_name = "marketplace_pages/admin/products.html"
    filterset_class = ProductFilterSet
    is_searchable = True
    paginate_by = 25
    table_classname = STACKED
    verbose_name_plural = ProductPage._meta.verbose_name_plural

    @cached_property
    def columns(self) -> list[Column]:
        columns = [
            PhotoColumn("photo", label=gettext_lazy("Photo")),
            TitleColumn(
                "title",
                label=gettext_lazy("Product"),
                classname="title whole-address",
                get_url=lambda product: reverse("wagtailadmin_pages:edit", args=[product.pk]),
            ),
            TextColumn("business", label=gettext_lazy("Business"), accessor="business_title"),
            TextColumn("price", label=gettext_lazy("Price"), accessor="price_text"),
            TextColumn("state", label=gettext_lazy("State"), accessor=state_text),
            TextColumn(
                "availability", label=gettext_lazy("Availability"), accessor="get_availability_display"
            ),
            SwitchColumn("switch", label=""),
        ]
        if sees_several(self.request.user):
            columns.insert(3, TextColumn("place", label=gettext_lazy("Village"), accessor=self._place))
        return columns

    def _place(self, product: ProductPage) -> str:
        return place_name(self.request.user, product)

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """The first one alone: a phone has no room for more beside the search."""
        return buttons_for(self.request.user)[:1]

    @cached_property
    def header_more_buttons(self) -> list[HeaderButton]:
        return buttons_for(self.request.user)[1:]

    def get_base_queryset(self):
        products = products_of(self.request.user).for_cards().prefetch_workflow_states()
        return products.order_by("title", "pk")

    def search_queryset(self, queryset):
        """By its name and nothing else: what people look for here, they know by name."""
        return queryset.filter(title__icontains=self.search_query) if self.search_query else queryset

    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        name_businesses(context["object_list"])
        return context | {"notes": notes_for(self.request.user)}

    @property
    def no_results_message(self) -> str:
        if self.is_searching or self.is_filtering:
            return _("No product is like that. Look for fewer words, or take a filter off.")
        return _("There is no product yet. Add one from your phone, or import a table of them.")


def name_businesses(products: list[ProductPage]) -> None:
    """Say of each product whose it is. One query for all of them."""
    above = {product.path[: -Page.steplen] for product in products}
    titles = dict(BusinessPage.objects.filter(path__in=above).values_list("path", "title"))
    for product in products:
        product.business_title = titles.get(product.path[: -Page.steplen], "")
