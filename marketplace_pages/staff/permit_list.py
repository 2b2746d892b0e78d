"""The permits that somebody looks after, those first that ask most of them."""

from django.db.models import F
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton

from marketplace_pages.choices import PermitKind
from marketplace_pages.models import Permit
from marketplace_pages.permits.states import State, state_of
from sites.admin.columns import STACKED, TextColumn
from sites.tenancy import place_name, sees_several

from .access import permits_of
from .desk import NAMESPACE, BesideDesk

LIST_TITLE = gettext_lazy("Permits")


def end_text(permit: Permit) -> str:
    return date_format(permit.valid_until, "DATE_FORMAT") if permit.valid_until else _("no end")


class PermitFilterSet(WagtailFilterSet):
    kind = ChoiceFilter(label=gettext_lazy("Kind"), choices=PermitKind.choices)
    state = ChoiceFilter(label=gettext_lazy("State"), choices=State.choices, method="in_state")

    class Meta:
        model = Permit
        fields = []

    def in_state(self, queryset, name: str, value: str):
        found = {
            State.EXPIRED: queryset.run_out(),
            State.UNCHECKED: queryset.unchecked(),
            State.ENDING: queryset.running_out(),
            State.VALID: queryset.shown(),
        }
        return found[value]


class PermitListView(BesideDesk, BaseListingView):
    model = Permit
    page_title = LIST_TITLE
    header_icon = "clipboard-list"
    index_url_name = f"{NAMESPACE}:permits"
    index_results_url_name = f"{NAMESPACE}:permits_results"
    filterset_class = PermitFilterSet
    is_searchable = False
    paginate_by = 50
    table_classname = STACKED
    verbose_name_plural = Permit._meta.verbose_name_plural

    @cached_property
    def columns(self) -> list[Column]:
        columns = [
            TitleColumn(
                "kind",
                label=gettext_lazy("Permit"),
                accessor=str,
                classname="title whole-address",
                get_url=lambda permit: reverse(f"{NAMESPACE}:permit", args=[permit.pk]),
            ),
            TextColumn("business", label=gettext_lazy("Business"), classname="whole-address"),
            TextColumn("valid_until", label=gettext_lazy("Valid until"), accessor=end_text),
            TextColumn("state", label=gettext_lazy("State"), accessor=lambda row: state_of(row).label),
        ]
        if sees_several(self.request.user):
            columns.insert(2, TextColumn("place", label=gettext_lazy("Village"), accessor=self._place))
        return columns

    def _place(self, permit: Permit) -> str:
        return place_name(self.request.user, permit.business)

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Add a permit"), reverse(f"{NAMESPACE}:choose_business"), icon_name="plus")]

    @property
    def no_results_message(self) -> str:
        if self.is_filtering:
            return _("No permit is like that. Take a filter off.")
        return _("There is no permit here yet. Add the first one.")

    def get_base_queryset(self):
        ends = F("valid_until").asc(nulls_last=True)
        return permits_of(self.request.user).order_by(ends, "business__title", "pk")
