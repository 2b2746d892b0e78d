"""A collection's place among the others by its name, without moving all that come behind it.

Wagtail moves them one by one, so that each village would cost more than the one before it. Here places stay
free between two collections, and a new one takes the middle; only where none is left Wagtail makes room.
"""

from django.db.models import F
from wagtail.models import Collection

PLACES = len(Collection.alphabet) ** Collection.steplen
# So many stay free at least before one that comes last: half of all places are enough for 13,000 in order.
LEAST_STEP = 64


def add_collection(name: str) -> Collection:
    """Add a collection below the root, whose collections stand in the order of their names."""
    root = Collection.objects.select_for_update().get(pk=Collection.get_first_root_node().pk)
    place = _free_place(root, name)
    if place is None:
        return root.add_child(name=name)
    depth = root.depth + 1
    collection = Collection.objects.create(
        name=name, depth=depth, path=Collection._get_path(root.path, depth, place)
    )
    Collection.objects.filter(pk=root.pk).update(numchild=F("numchild") + 1)
    return collection


def _free_place(root: Collection, name: str) -> int | None:
    """The number of a place between its neighbours by name; None where they stand side by side."""
    siblings = root.get_children().order_by("path")
    behind = siblings.filter(name__gt=name).first()
    before = (siblings.filter(path__lt=behind.path) if behind else siblings).last()
    lower = before._get_lastpos_in_path() if before else 0
    if behind is None:
        place = lower + max((PLACES // 2 - lower) // 8, LEAST_STEP)
        return place if place < PLACES else None
    middle = (lower + behind._get_lastpos_in_path()) // 2
    return middle if middle > lower else None
