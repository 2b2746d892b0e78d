"""At which hosts a stored file is shown: those of its owner, and nobody sees what is private."""

from collections.abc import Iterable
from enum import Enum, auto

from django.apps import apps
from django.db.models import Model
from django.db.models.functions import Substr
from django.http import HttpRequest
from wagtail.models import Collection, Site

from sites.identity import village_of
from sites.tenancy import can_see


def village_owning(collection: Collection):
    """The village in whose collection, or below it, files lie; None for those of offices and the regency."""
    length = Collection.steplen
    above = [collection.path[:end] for end in range(length, len(collection.path) + 1, length)]
    villages = apps.get_model("sites", "Village").objects
    return villages.filter(collection__path__in=above).first()


def owned_by_villages(model: type[Model], keys: Iterable) -> set:
    """Those of some pictures or documents that lie in villages' collections, right below the root."""
    top = Substr("collection__path", 1, 2 * Collection.steplen)
    collections = apps.get_model("sites", "Village").objects.exclude(collection=None)
    found = model.objects.filter(pk__in=keys).annotate(top=top)
    found = found.filter(top__in=collections.values("collection__path"))
    return set(found.values_list("pk", flat=True))


class Audience(Enum):
    """Who may have a file at the host that was asked."""

    EVERYBODY = auto()
    VISITOR = auto()  # this one, and no cache may keep it for others
    NOBODY = auto()


def audience(request: HttpRequest, picture) -> Audience:
    """Find out who may have a picture; Wagtail itself asks for the password of a document.

    A restricted collection needs what Wagtail asks for. People who work for the owner see its pictures
    at any host, for they may have logged in there.
    """
    restrictions = picture.collection.get_view_restrictions()
    if any(not restriction.accept_request(request) for restriction in restrictions):
        return Audience.NOBODY
    if is_at_home(request, picture, on_portal=True):
        return Audience.VISITOR if restrictions else Audience.EVERYBODY
    return Audience.VISITOR if works_for_owner(request, picture) else Audience.NOBODY


def is_at_home(request: HttpRequest, file, on_portal: bool = False) -> bool:
    """Whether a file belongs to the host that is asked for it.

    What belongs to a village is shown at its own host, and with `on_portal` on the portal, whose news
    show the villages' pictures; what belongs to the regency is shown everywhere.
    """
    owner, site = village_owning(file.collection), Site.find_for_request(request)
    return owner is None or village_of(site) == owner or (on_portal and site.is_default_site)


def works_for_owner(request: HttpRequest, file) -> bool:
    user = getattr(request, "user", None)
    return bool(user) and can_see(user, file)
