"""Categories in a select, under the heading of their first level."""

from collections.abc import Iterator
from itertools import groupby

from django.forms.models import ModelChoiceField, ModelChoiceIterator


class GroupedCategories(ModelChoiceIterator):
    def __iter__(self) -> Iterator:
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        found = sorted(self.queryset.select_related("parent"), key=_in_tree)
        for first, below in groupby(found, key=lambda category: category.parent or category):
            yield (first.display_name, [self.choice(category) for category in below])


def _in_tree(category) -> tuple:
    first = category.parent or category
    return first.position, first.name, category.parent_id is not None, category.position, category.name


def group_by_first_level(field: ModelChoiceField) -> None:
    field.iterator = GroupedCategories
    # Sets the choices of the widget anew.
    field.queryset = field.queryset
