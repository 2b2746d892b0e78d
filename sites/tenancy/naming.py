"""What listings call the place that a page belongs to, for people who see those of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings
from wagtail.models import Page

from sites.querysets import HOME_DEPTH

from .access import access_of

if TYPE_CHECKING:
    from sites.models import User

CACHED_AS = "_tenancy_place_names"


def sees_several(user: User) -> bool:
    """Whether a list of all that somebody sees may mix villages, offices and the portal."""
    access = access_of(user)
    return access.is_regency or len(access.villages) + len(access.offices) > 1


def place_name(user: User, page: Page) -> str:
    """Return whose page it is, for people who see those of several; nothing for all others.

    A container goes by that name already, and nobody owns what lies above.
    """
    if page.depth < HOME_DEPTH or not sees_several(user):
        return ""
    return _names(user).get(page.path[: 2 * page.steplen], settings.WAGTAIL_SITE_NAME)


def _names(user: User) -> dict[str, str]:
    """Names by the path of the container: one query at most, and only for portal staff."""
    if not hasattr(user, CACHED_AS):
        access = access_of(user)
        villages = apps.get_model("sites", "Village").objects.exclude(container=None)
        known = villages.select_related("container") if access.is_regency else access.villages
        setattr(user, CACHED_AS, {village.container_path: str(village) for village in known})
    return getattr(user, CACHED_AS)
