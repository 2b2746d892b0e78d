"""The products that somebody looks after."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton

from marketplace_pages.models import ProductPage
from sites.admin.columns import STACKED, TextColumn

from .access import products_of
from .buttons import buttons_for
from .desk import DESK_TITLE, NAMESPACE


class ProductListView(BaseListingView):
    model = ProductPage
    page_title = DESK_TITLE
    header_icon = "pick"
    index_url_name = f"{NAMESPACE}:index"
    is_searchable = False
    paginate_by = 25
    table_classname = STACKED
    no_results_message = _("There is no product yet. Add one from your phone, or import a table of them.")

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn(
                "title",
                label=_("Product"),
                classname="title",
                get_url=lambda product: reverse("wagtailadmin_pages:edit", args=[product.pk]),
            ),
            TextColumn("price", label=_("Price"), accessor="price_text"),
        ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return buttons_for(self.request.user)

    def get_base_queryset(self):
        return products_of(self.request.user).for_cards().order_by("title", "pk")
