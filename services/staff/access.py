"""Whose requests somebody may see: admins those of their villages, and who is on duty at the counter there.

Portal staff, offices and other contributors see none: people gave their data to the village. The gate asks
before each view, and each view finds the request among these again.
"""

from services.models import DutyShift, ServiceRequest
from services.querysets import RequestQuerySet
from sites.models import User, Village
from sites.querysets import LARGEST_KEY
from sites.tenancy import admin_villages_of
from sites.tenancy.access import villages_of
from sites.tenancy.rules import Visit


def desks_of(user: User) -> list[Village]:
    """Open villages whose inbox a person looks after."""
    if user.is_active and user.is_superuser:
        return list(Village.objects.open())
    managed = admin_villages_of(user)
    keys = {village.pk for village in managed}
    others = [village for village in villages_of(user) if village.pk not in keys]
    # Who has left the team is among none of these, whatever the roster still says.
    shifts = set(DutyShift.objects.filter(user=user, village__in=others).values_list("village", flat=True))
    return managed + [village for village in others if village.pk in shifts]


def managed_desks_of(user: User) -> list[Village]:
    """Those of them whose roster a person may change: it says who sees requests."""
    return desks_of(user) if user.is_superuser else admin_villages_of(user)


def requests_of(user: User) -> RequestQuerySet:
    return ServiceRequest.objects.filter(village__in=desks_of(user))


def has_desk(visit: Visit) -> bool:
    user = visit.request.user
    return user.is_superuser or bool(desks_of(user))


def at_own_request(visit: Visit) -> bool:
    """The request that the address names must be one of theirs, or none at all: the page then says so."""
    key = visit.kwargs["request_id"]
    if key > LARGEST_KEY or not has_desk(visit):
        return False
    return (
        requests_of(visit.request.user).filter(pk=key).exists()
        or not ServiceRequest.objects.filter(pk=key).exists()
    )


def at_own_desk(visit: Visit) -> bool:
    """The village that the address names must be one whose inbox they look after."""
    return visit.kwargs["village"] in {village.pk for village in desks_of(visit.request.user)}


def at_managed_desk(visit: Visit) -> bool:
    return visit.kwargs["village"] in {village.pk for village in managed_desks_of(visit.request.user)}
