"""How the list of products is narrowed; offers the visitor's own businesses only."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from marketplace_pages.choices import Availability
from marketplace_pages.models import ProductPage

from .access import businesses_of

LIVE, DRAFT, CHANGED = "live", "draft", "changed"
STATES = [
    (LIVE, _("Published")),
    (CHANGED, _("Published, with changes that wait")),
    (DRAFT, _("Not on the site")),
]


class ProductFilterSet(WagtailFilterSet):
    business = ChoiceFilter(label=_("Business"), method="of_business")
    state = ChoiceFilter(label=_("State"), choices=STATES, method="in_state")
    availability = ChoiceFilter(label=_("Availability"), choices=Availability.choices)

    class Meta:
        model = ProductPage
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = businesses_of(self.request.user).order_by("title", "pk")
        self.paths = {str(key): path for key, path in own.values_list("pk", "path")}
        choices = [(str(key), title) for key, title in own.values_list("pk", "title")]
        self.filters["business"].extra["choices"] = choices

    def of_business(self, queryset, name: str, value: str):
        return queryset.filter(path__startswith=self.paths[value])

    def in_state(self, queryset, name: str, value: str):
        conditions = {
            LIVE: Q(live=True),
            CHANGED: Q(live=True, has_unpublished_changes=True),
            DRAFT: Q(live=False),
        }
        return queryset.filter(conditions[value])
