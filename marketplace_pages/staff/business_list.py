"""The businesses that somebody looks after, with the way to their products, permits and people."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton

from marketplace_pages.models import BusinessPage
from sites.admin.columns import STACKED, NumberColumn, TextColumn
from sites.tenancy import place_name, sees_several

from .access import businesses_of, manages, showcases_of
from .desk import NAMESPACE, BesideDesk


class WaysColumn(BaseColumn):
    cell_template_name = "marketplace_pages/admin/ways_cell.html"


def state_text(business: BusinessPage) -> str:
    return _("Published") if business.live else _("Not on the site")


class BusinessListView(BesideDesk, BaseListingView):
    model = BusinessPage
    page_title = gettext_lazy("Businesses")
    index_url_name = f"{NAMESPACE}:businesses"
    is_searchable = True
    paginate_by = 50
    table_classname = STACKED
    verbose_name_plural = BusinessPage._meta.verbose_name_plural

    @cached_property
    def columns(self) -> list[Column]:
        columns = [
            TitleColumn(
                "title",
                label=gettext_lazy("Business"),
                classname="title whole-address",
                get_url=lambda business: reverse("wagtailadmin_pages:edit", args=[business.pk]),
            ),
            TextColumn("kind", label=gettext_lazy("Kind"), accessor="get_kind_display"),
            TextColumn("state", label=gettext_lazy("State"), accessor=state_text),
            NumberColumn("products", label=gettext_lazy("Products"), accessor="numchild"),
            WaysColumn("ways", label=""),
        ]
        if sees_several(self.request.user):
            columns.insert(1, TextColumn("place", label=gettext_lazy("Village"), accessor=self._place))
        return columns

    def _place(self, business: BusinessPage) -> str:
        return place_name(self.request.user, business)

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        found = list(showcases_of(self.request.user)[:2])
        if not found:
            return []
        begin = reverse("wagtailadmin_pages:add", args=["marketplace_pages", "businesspage", found[0].pk])
        # Who has several showcases begins in the explorer, below the one that it is for.
        url = begin if len(found) == 1 else reverse("wagtailadmin_explore_root")
        return [HeaderButton(_("Add a business"), url, icon_name="plus")]

    def get_base_queryset(self):
        return businesses_of(self.request.user).defer_streamfields().order_by("title", "pk")

    def search_queryset(self, queryset):
        return queryset.filter(title__icontains=self.search_query) if self.search_query else queryset

    @property
    def no_results_message(self) -> str:
        if self.is_searching:
            return _("No business is called like that. Look for fewer words.")
        return _("There is no business here yet. Add the first one.")

    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        for business in context["object_list"]:
            business.is_managed = manages(self.request.user, business)
        return context
