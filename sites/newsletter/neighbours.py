"""From the newsletter of the portal to those of the villages."""

from itertools import groupby
from operator import attrgetter

from django.urls import reverse

from sites.models import Village

District = tuple[str, list[tuple[str, str]]]


def villages_by_district() -> list[District]:
    """Open villages with the address of their sign-up form, in the active language. One query.

    They are links and no form: browsers follow no form from the portal to the host of a village.
    """
    path = reverse("newsletter")
    villages = Village.objects.open().select_related("site").order_by("district", "name", "pk")
    return [
        (district, [(village.display_name, village.site.root_url + path) for village in found])
        for district, found in groupby(villages, key=attrgetter("district"))
    ]
