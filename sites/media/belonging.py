"""At which hosts a stored file is shown: those of its owner, and nobody sees what is private."""

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


def is_shown(request: HttpRequest, file, on_portal: bool = False) -> bool:
    """Whether a picture or a document belongs to the host that is asked for it.

    What belongs to a village is shown at its own host, and with `on_portal` on the portal, whose news
    show the villages' pictures; what belongs to the regency is shown everywhere. People who work for
    the owner see it at any host, for they may have logged in there.
    """
    owner = village_owning(file.collection)
    site = Site.find_for_request(request)
    if owner is None or village_of(site) == owner or (on_portal and site.is_default_site):
        return True
    user = getattr(request, "user", None)
    return bool(user) and can_see(user, file)


def is_private(request: HttpRequest, file) -> bool:
    """Whether a picture's collection is restricted and the visitor has not shown that they may enter."""
    restrictions = file.collection.get_view_restrictions()
    return any(not restriction.accept_request(request) for restriction in restrictions)
