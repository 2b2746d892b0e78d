"""Whose courses somebody looks after: admins of a village its own, an office's staff those of the office.

Portal staff look after the courses of the regency itself, and a superuser after all. Certificates hold
names that people gave to the village or the office, so contributors have no desk. The gate asks before
each view, and each view finds its course among these again.
"""

from collections.abc import Iterator

from django.conf import settings
from django.db.models import Q

from learning.models import CourseIndexPage, CoursePage
from learning.querysets import CourseQuerySet
from sites.identity import portal_site
from sites.models import User
from sites.querysets import HOME_DEPTH, LARGEST_KEY, below_any, village_scope
from sites.tenancy import access_of, admin_villages_of
from sites.tenancy.rules import Visit


def courses_of(user: User) -> CourseQuerySet:
    """Courses whose results a person may see, each once. No query yet, but for the person's reach."""
    courses = CoursePage.objects.as_courses()
    if _does_all(user):
        return courses
    own = _below(_own_paths(user))
    if access_of(user).is_regency:
        own |= village_scope(portal_site()) & Q(office=None)
    return courses.filter(own)


def lists_of(user: User):
    """Lists in which a person may begin a course, in Indonesian."""
    lists = CourseIndexPage.objects.openable().in_language(settings.LANGUAGE_CODE).order_by("path")
    if _does_all(user):
        return lists
    own = _below(_own_paths(user))
    if access_of(user).is_regency:
        own |= village_scope(portal_site()) & Q(depth=HOME_DEPTH + 1)
    return lists.filter(own)


def _does_all(user: User) -> bool:
    return user.is_active and user.is_superuser


def _own_paths(user: User) -> Iterator[str]:
    """Where their villages stand in the tree, and the pages of their offices."""
    access = access_of(user)
    yield from (village.container_path for village in admin_villages_of(user))
    villages = {village.container_path for village in access.villages}
    yield from (root for root in access.page_roots if root not in villages)


def _below(paths: Iterator[str]) -> Q:
    own = below_any([])
    for path in paths:
        own |= Q(path__startswith=path)
    return own


def has_desk(visit: Visit) -> bool:
    """For the list, importing and copying: asks for no course."""
    user = visit.request.user
    access = access_of(user)
    return access.is_regency or bool(access.offices) or bool(admin_villages_of(user))


def at_own_desk(visit: Visit) -> bool:
    """The course that the address names must be one of theirs."""
    key = visit.kwargs["course_id"]
    return key <= LARGEST_KEY and courses_of(visit.request.user).filter(pk=key).exists()
