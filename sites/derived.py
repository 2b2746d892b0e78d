"""What Wagtail keeps beside stored objects, words for the search and references, made once for many.

Wagtail makes both after every save, with a dozen queries each time. Where one act saves many objects, or one
object several times, `derived_together()` puts that off to its end: each object is read and derived once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.apps import apps
from django.db import models, transaction
from django_tasks.backends.immediate import ImmediateBackend
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations

SEARCH = "modelsearch.tasks.insert_or_update_object_task"
REFERENCES = "wagtail.tasks.update_reference_index_task"

Row = tuple[str, str, str]  # app label, name of the model, key

_waiting: ContextVar[dict[str, dict] | None] = ContextVar("waiting", default=None)


class TasksTogether(ImmediateBackend):
    """Does tasks at once, but for those that wait for the end of `derived_together()`."""

    def _execute_task(self, task_result) -> None:
        waiting, name = _waiting.get(), task_result.task.module_path
        if waiting is not None and name in waiting:
            app_label, model_name, key = task_result.args
            waiting[name][app_label, model_name, key] = None
        else:
            super()._execute_task(task_result)


@contextmanager
def derived_together() -> Iterator[None]:
    """Derive at the end what saves inside ask for; all is kept, or nothing. May stand in another one."""
    if _waiting.get() is not None:
        yield
        return
    with transaction.atomic():
        waiting: dict[str, dict] = {SEARCH: {}, REFERENCES: {}}
        token = _waiting.set(waiting)
        try:
            yield
        finally:
            _waiting.reset(token)
        found = _index(waiting[SEARCH])
        found |= _stored(waiting[REFERENCES].keys() - found.keys(), _as_kept)
        _note_references(found[row] for row in waiting[REFERENCES] if row in found)


def _as_kept(model: type[models.Model]) -> models.QuerySet:
    return model._default_manager.all()


def _as_indexed(model: type[models.Model]) -> models.QuerySet:
    return model.get_indexed_objects()


def _stored(
    rows: Iterable[Row], objects_of: Callable[[type[models.Model]], models.QuerySet]
) -> dict[Row, models.Model]:
    """The objects as they are stored now, without those that were deleted again. One query a model."""
    keys = defaultdict(set)
    for app_label, model_name, key in rows:
        keys[app_label, model_name].add(key)
    return {
        (*name, str(found.pk)): found
        for name, own in keys.items()
        for found in objects_of(apps.get_model(*name)).filter(pk__in=own)
    }


def _index(rows: dict[Row, None]) -> dict[Row, models.Model]:
    """Put objects into the search index, each as the type that it is; return what has been read for it."""
    from modelsearch.backends import get_search_backends

    from sites.search.backend import add_together

    ready = _stored(rows, _as_indexed)
    found = ready | _stored(rows.keys() - ready.keys(), _as_kept)
    by_type: dict[type, dict] = defaultdict(dict)
    others = defaultdict(list)
    for row, stored in found.items():
        instance = stored.get_indexed_instance()
        if instance is stored and row in ready:
            by_type[type(stored)][stored.pk] = stored
        elif instance:
            others[type(instance)].append(instance.pk)
    for model, keys in others.items():
        by_type[model] |= {other.pk: other for other in _as_indexed(model).filter(pk__in=keys)}
    for backend in get_search_backends(with_auto_update=True):
        add_together(backend, {model: list(objects.values()) for model, objects in by_type.items()})
    return found


def _note_references(objects: Iterable[models.Model]) -> None:
    """Write down what objects refer to; a row of a page counts for its page, as Wagtail's own task says."""
    # Both can be imported only once the apps are loaded, later than the backend of tasks.
    from wagtail.models import ReferenceIndex
    from wagtail.tasks import update_reference_index_task

    own = []
    for found in objects:
        if any(isinstance(field, ParentalKey) for field in found._meta.get_fields()):
            update_reference_index_task.call(found._meta.app_label, found._meta.model_name, str(found.pk))
        elif ReferenceIndex.is_indexed(type(found)):
            own.append(found)
    _bring_children(own)
    _refer(own)


def _bring_children(objects: list[models.Model]) -> None:
    """Read the rows of many pages together, one query a kind of row whatever the types of the pages."""
    parents = defaultdict(list)
    for found in objects:
        if isinstance(found, ClusterableModel):
            for relation in get_all_child_relations(found):
                parents[relation.get_accessor_name(), relation.field].append(found)
    for (name, _field), own in parents.items():
        models.prefetch_related_objects(own, name)


def _refer(objects: list[models.Model]) -> None:
    """Write references of objects that have none yet in one query; Wagtail compares those of the others."""
    from wagtail.models import ReferenceIndex

    keys = [str(found.pk) for found in objects]
    bases = {found: ReferenceIndex._get_base_content_type(found) for found in objects}
    known = set(
        ReferenceIndex.objects.filter(base_content_type__in=set(bases.values()), object_id__in=keys)
        .values_list("base_content_type_id", "object_id")
        .distinct()
    )
    rows = []
    for found, base in bases.items():
        if (base.pk, str(found.pk)) in known:
            ReferenceIndex.create_or_update_for_object(found)
        else:
            rows += _references(found, base)
    ReferenceIndex.objects.bulk_create(rows, ignore_conflicts=True)


def _references(found: models.Model, base: models.Model) -> list[models.Model]:
    """The rows that `ReferenceIndex.create_or_update_for_object()` would write for a new object."""
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import ReferenceIndex

    own_type = ContentType.objects.get_for_model(found, for_concrete_model=False)
    return [
        ReferenceIndex(
            content_type=own_type,
            base_content_type=base,
            object_id=found.pk,
            to_content_type_id=to_type,
            to_object_id=to_key,
            model_path=model_path,
            content_path=content_path,
            content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
        )
        for to_type, to_key, model_path, content_path in set(
            ReferenceIndex._extract_references_from_object(found)
        )
    ]
