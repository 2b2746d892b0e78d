"""Whose registrations somebody may see: admins those of their villages, a superuser all.

Portal staff, offices and contributors see none: people gave their data to the village. The gate asks
before each view, and each view finds its class among these again.
"""

from django.db.models import Q

from culture.models import ClassPage
from culture.querysets import ClassQuerySet
from sites.models import User
from sites.querysets import LARGEST_KEY
from sites.tenancy import admin_villages_of
from sites.tenancy.rules import Visit


def classes_of(user: User) -> ClassQuerySet:
    """Published classes whose registrations a person may see. No query yet, but for the person's reach."""
    classes = ClassPage.objects.for_staff()
    if user.is_active and user.is_superuser:
        return classes
    own = Q(pk__in=[])
    for village in admin_villages_of(user):
        own |= Q(path__startswith=village.container_path)
    return classes.filter(own)


def has_desk(visit: Visit) -> bool:
    user = visit.request.user
    return user.is_superuser or bool(admin_villages_of(user))


def at_own_desk(visit: Visit) -> bool:
    """The class that the address names must be one of theirs."""
    key = visit.kwargs["class_id"]
    return key <= LARGEST_KEY and classes_of(visit.request.user).filter(pk=key).exists()
