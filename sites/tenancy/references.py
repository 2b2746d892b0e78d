"""What a form may point at.

Choosers offer nothing that belongs to others, but a form may be sent with any
number in it: in a field, in a StreamField, in a link or a picture within a text.
"""

import re
from collections import defaultdict
from collections.abc import Hashable
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import Form, ModelChoiceField, ModelMultipleChoiceField
from django.http import QueryDict
from django.utils.translation import gettext
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex

from .choosing import strangers

# Parts of a stream's data that name nothing.
STRUCTURE = ("-count", "-order", "-type", "-deleted", "-id")
# What the text editor sends when nothing is written in it.
EMPTY_TEXT = '{"blocks": [], "entityMap": {}}'


class Reference(NamedTuple):
    model: type[Model]
    key: Hashable
    # Name of the form field that it stands in.
    field: str


def references_of(instance: Model) -> list[Reference]:
    """Everything an object points at, by the same rules as Wagtail's reference index."""
    found = []
    for type_id, key, path, _content_path in ReferenceIndex._extract_references_from_object(instance):
        model = ContentType.objects.get_for_id(type_id).model_class()
        found.append(Reference(model, model._meta.pk.to_python(key), path.split(".")[0]))
    return found


def references_in(form) -> list[Reference]:
    """Everything a form that was sent points at, also in fields that are wrong for another reason."""
    found = [ref for ref in references_of(form.instance) if ref.field in form.fields]
    for name, field in form.fields.items():
        value = field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
        if isinstance(field, ModelChoiceField) and not isinstance(field, ModelMultipleChoiceField):
            found += _chosen(field.queryset.model, value, name)
        elif block := getattr(field, "block", None):
            for model, key, *_paths in block.extract_references(value):
                found += _chosen(model, key, name)
    return found


def _chosen(model: type[Model], value: object, name: str) -> list[Reference]:
    try:
        return [Reference(model, model._meta.pk.to_python(value), name)] if value else []
    except ValidationError:
        return []  # no key of anything


class OwnReferencesMixin:
    """For model forms of the admin: takes only what its user may choose, or what stood there before."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.references_before = {(ref.model, ref.key) for ref in references_of(self.instance)}

    def is_valid(self):
        is_valid = super().is_valid()
        # Asked of a wrong form, too: it comes back, and would show what it points at.
        is_own = not self.is_bound or not self._refuse_strangers()
        return is_valid and is_own

    def _refuse_strangers(self) -> bool:
        """Put an error at each field that points at something of others; return whether there was one."""
        found = self.references_sent()
        refused = self._strangers({(ref.model, ref.key) for _form, ref in found})
        for form, ref in dict.fromkeys(found):
            if (ref.model, ref.key) in refused:
                form.add_error(ref.field, complaint_about(ref.model))
                form.data = without(form.data, form.add_prefix(ref.field), ref.key)
        return bool(refused)

    def references_sent(self) -> list[tuple[Form, Reference]]:
        """What the form and those within it point at, with the form that each stands in."""
        formsets = getattr(self, "formsets", {}).values()
        forms = [self, *(form for formset in formsets for form in formset.forms)]
        return [(form, ref) for form in forms for ref in references_in(form)]

    def _strangers(self, targets: set) -> set:
        if self.for_user is None:
            return set()
        by_model = defaultdict(set)
        for model, key in targets - self.references_before:
            by_model[model].add(key)
        refused = {model: strangers(self.for_user, model, keys) for model, keys in by_model.items()}
        return {(model, key) for model, keys in refused.items() for key in keys}


def without(data: QueryDict, name: str, key: Hashable) -> QueryDict:
    """Empty what names a key in the data of one field: the form that comes back would show what it is."""
    data = data.copy()
    mention = re.compile(rf'"id":\s*"?{key}\b')
    for part, value in data.items():
        if part == name or part.startswith(f"{name}-"):
            is_text = isinstance(value, str) and value.startswith("{")
            if part.endswith(STRUCTURE):
                continue
            if is_text and mention.search(value):
                data[part] = EMPTY_TEXT
            elif value == str(key):
                data[part] = ""
    return data


def complaint_about(model: type[Model]) -> str:
    if issubclass(model, get_image_model()):
        return gettext("This picture belongs to somebody else. Choose one of yours.")
    if issubclass(model, get_document_model()):
        return gettext("This file belongs to somebody else. Choose one of yours.")
    return gettext("This belongs to somebody else. Choose something of yours.")
