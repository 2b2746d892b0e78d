"""Filters of the reports; what they offer to choose from is as narrow as the reports themselves."""

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, DateFilter, DateFromToRangeFilter, ModelChoiceFilter
from django_filters.fields import ModelChoiceField
from wagtail.admin.filters import ContentTypeFilter, DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets import AdminDateInput
from wagtail.log_actions import registry
from wagtail.models import Page, PageLogEntry

from sites.tenancy import sees_several, villages_of, working_village
from sites.tenancy.working import own_village

from .queries import activity_of, colleagues_of, pages_of

ALL = "all"


class PersonField(ModelChoiceField):
    def label_from_instance(self, obj):
        return get_user_display_name(obj)


class ColleagueFilter(ModelChoiceFilter):
    """Offers the people of the reader's own villages."""

    field_class = PersonField

    def __init__(self, **kwargs):
        super().__init__(queryset=lambda request: colleagues_of(request.user), **kwargs)


def own_page_types(request) -> QuerySet[ContentType]:
    found = pages_of(request.user).order_by().values("content_type")
    return ContentType.objects.filter(pk__in=found).order_by("model")


class VillageFilterSet(WagtailFilterSet):
    """Starts with the working village; who has several may look at all of them."""

    village = ChoiceFilter(
        label=_("Village"), method="in_village", empty_label=None, widget=forms.RadioSelect
    )
    path_lookup = "path"

    def __init__(self, data=None, queryset=None, *, request=None, prefix=None):
        own = villages_of(request.user) if sees_several(request.user) else ()
        working = str(working_village(request).pk) if own else ALL
        if own:
            data = data.copy()
            data.setdefault("village", working)
        super().__init__(data, queryset, request=request, prefix=prefix)
        if own:
            choices = [(str(village.pk), str(village)) for village in own]
            self.filters["village"].extra |= {
                "choices": [*choices, (ALL, _("All my villages"))],
                "initial": working,
            }
        else:
            del self.filters["village"]

    def in_village(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        village = own_village(self.request, value)
        if village is None:
            return queryset
        return queryset.filter(**{f"{self.path_lookup}__startswith": village.container_path})


class DraftsFilterSet(VillageFilterSet):
    content_type = ContentTypeFilter(label=_("Page type"), queryset=own_page_types)

    class Meta:
        model = Page
        fields = []


class AgingFilterSet(DraftsFilterSet):
    last_published_at = DateFilter(
        label=_("Last published before"), lookup_expr="date__lt", widget=AdminDateInput
    )


class LockedFilterSet(VillageFilterSet):
    locked_by = ColleagueFilter(label=_("Locked by"))

    class Meta:
        model = Page
        fields = []


class ActivityFilterSet(VillageFilterSet):
    action = ChoiceFilter(label=_("Action"))
    user = ColleagueFilter(label=_("Person"))
    timestamp = DateFromToRangeFilter(label=_("Date"), widget=DateRangePickerWidget)
    path_lookup = "page__path"

    class Meta:
        model = PageLogEntry
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        done = activity_of(self.request.user).get_actions()
        self.filters["action"].extra["choices"] = [
            choice for choice in registry.get_choices() if choice[0] in done
        ]
