"""At which hosts a stored file is shown: those of its owner, and nobody sees what is private."""

from enum import Enum, auto

from django.apps import apps
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


class Audience(Enum):
    """Who may have a file at the host that was asked."""

    EVERYBODY = auto()
    VISITOR = auto()  # this one, and no cache may keep it for others
    NOBODY = auto()


def audience(request: HttpRequest, file, on_portal: bool = False) -> Audience:
    """Find out who may have a picture or a document.

    What belongs to a village is shown at its own host, and with `on_portal` on the portal, whose news
    show the villages' pictures; what belongs to the regency is shown everywhere. People who work for
    the owner see it at any host, for they may have logged in there. A restricted collection needs what
    Wagtail asks for.
    """
    restrictions = file.collection.get_view_restrictions()
    if any(not restriction.accept_request(request) for restriction in restrictions):
        return Audience.NOBODY
    if _is_at_home(request, file, on_portal):
        return Audience.VISITOR if restrictions else Audience.EVERYBODY
    user = getattr(request, "user", None)
    return Audience.VISITOR if user and can_see(user, file) else Audience.NOBODY


def _is_at_home(request: HttpRequest, file, on_portal: bool) -> bool:
    owner, site = village_owning(file.collection), Site.find_for_request(request)
    return owner is None or village_of(site) == owner or (on_portal and site.is_default_site)


def is_shown(request: HttpRequest, file) -> bool:
    """Whether a document may be asked for at this host at all; Wagtail asks for a password itself."""
    user = getattr(request, "user", None)
    return _is_at_home(request, file, on_portal=False) or (bool(user) and can_see(user, file))
