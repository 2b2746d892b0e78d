"""Viewsets for rows that belong to villages and offices: each person finds theirs and nothing else.

Later apps build on these; their views bring the rule by which the gate lets people through.
"""

from django.forms import HiddenInput, ModelChoiceField
from django.http import Http404
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views.generic import DeleteView, EditView, IndexView
from wagtail.admin.views.generic.chooser import BaseChooseView, ChosenMultipleViewMixin, ChosenViewMixin
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import SnippetViewSet

from .choosing import choosable
from .owners import FIELDS, owner_of
from .policies import OwnedPolicy
from .references import OwnReferencesMixin
from .rules import KEEP, keeps
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
        # An owner must be one for whom the person may do this: what they see is not all theirs to change.
        policy = policy_registry.get_by_type(self._meta.model)
        if not isinstance(policy, OwnedPolicy):
            return visible(self.for_user, rows.model, rows)
        reach = policy.reach(self.for_user, ["change" if self.instance.pk else "add"])
        return rows.filter(owner_of(rows.model).condition(reach))


class NarrowIndex:
    base_filterset_class = OwnedFilterSet

    def get_base_queryset(self):
        kept = self.permission_policy.instances_user_has_any_permission_for(self.request.user, KEEP)
        return super().get_base_queryset().filter(pk__in=kept.values("pk"))


class NarrowObject:
    """Asks for the right on this object; Wagtail's own views ask whether there is one on any."""

    def get_object(self, *args, **kwargs):
        instance = super().get_object(*args, **kwargs)
        needed = self.permission_required
        if needed and not self.user_has_permission_for_instance(needed, instance):
            raise Http404
        return instance


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
    EditView: NarrowObject,
    DeleteView: NarrowObject,
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
        view.tenancy_rule = keeps(self.model)
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
