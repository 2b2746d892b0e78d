"""Viewsets for rows that belong to villages and offices: each person finds theirs and nothing else.

Later apps build on these; their views bring the rule by which the gate lets people through.
"""

from django.forms import HiddenInput, ModelChoiceField
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.generic.chooser import BaseChooseView, ChosenMultipleViewMixin, ChosenViewMixin
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from .choosing import choosable
from .owners import FIELDS, owner_of
from .references import OwnReferencesMixin
from .rules import both, sees, sees_asked
from .scope import visible


class OwnedFilterSet(WagtailFilterSet):
    """Offers in its lists only what the person may see, so that no filter names another village."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for filter_ in self.filters.values():
            rows = filter_.extra.get("queryset")
            if rows is not None and not callable(rows) and owner_of(rows.model):
                filter_.extra["queryset"] = visible(self.request.user, rows.model, rows)


class OwnedFormMixin(OwnReferencesMixin):
    """Offers only what the person may choose; a list of one owner is not worth asking."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, ModelChoiceField):
                offered = self._offered(name, field.queryset)
                field.queryset = field.queryset if offered is None else offered
                if name in FIELDS and field.required and field.queryset.count() == 1:
                    field.initial, field.widget = field.queryset.get(), HiddenInput()

    def _offered(self, name: str, rows):
        if name not in FIELDS:
            return choosable(self.for_user, rows.model)
        return visible(self.for_user, rows.model, rows)


class NarrowIndex:
    base_filterset_class = OwnedFilterSet

    def get_base_queryset(self):
        return visible(self.request.user, self.model, super().get_base_queryset())


class NarrowChooser:
    def get_object_list(self):
        return visible(self.request.user, self.model_class, super().get_object_list())


class NarrowChosen:
    def get_object(self, pk):
        return visible(self.request.user, self.model_class).get(pk=pk)


class NarrowChosenMultiple:
    def get_objects(self, pks):
        return visible(self.request.user, self.model_class, super().get_objects(pks))


NARROW = {
    IndexView: NarrowIndex,
    BaseChooseView: NarrowChooser,
    ChosenViewMixin: NarrowChosen,
    ChosenMultipleViewMixin: NarrowChosenMultiple,
}


class OwnedViews:
    """For viewsets: narrows each of its views, and gives it its rule."""

    def construct_view(self, view_class, **kwargs):
        for base, narrow in NARROW.items():
            if issubclass(view_class, base):
                view_class = type(view_class.__name__, (narrow, view_class), {})
        view = super().construct_view(view_class, **kwargs)
        label = self.model._meta.label
        view.tenancy_rule = both(sees(label, "pk"), sees_asked(label, "id"))
        return view


class OwnedForms(OwnedViews):
    def get_form_class(self, for_update=False):
        form_class = super().get_form_class(for_update)
        if issubclass(form_class, OwnedFormMixin):
            return form_class
        return type(form_class.__name__, (OwnedFormMixin, form_class), {})


class OwnedModelViewSet(OwnedForms, ModelViewSet):
    pass


class OwnedSnippetViewSet(OwnedForms, SnippetViewSet):
    pass


class OwnedChooserViewSet(OwnedViews, ChooserViewSet):
    def get_creation_form_class(self):
        return type("OwnedCreationForm", (OwnedFormMixin, WagtailAdminModelForm), {})
