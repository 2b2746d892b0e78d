"""What one person works for: villages, parts of them, offices, or the whole regency."""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page

if TYPE_CHECKING:
    from sites.models import Office, User, Village


CACHED_AS = "_tenancy_access"
# Where a village's container stands below the root of the tree, and its collection among the collections.
CONTAINER_DEPTH = 2
# Whose request in the admin is being answered; for what is printed without knowing for whom.
reader: ContextVar[Access | None] = ContextVar("reader", default=None)


@dataclass(frozen=True)
class Access:
    """The reach of one person, as tree paths and keys that owners are compared with.

    `is_regency` stands for everything: a superuser, or someone with page rights on the root of the tree.
    """

    is_regency: bool = False
    villages: tuple[Village, ...] = ()
    offices: tuple[Office, ...] = ()
    page_roots: tuple[str, ...] = ()
    collection_roots: tuple[str, ...] = ()

    @property
    def village_keys(self) -> set[int]:
        return {village.pk for village in self.villages}

    @property
    def office_keys(self) -> set[int]:
        return {office.pk for office in self.offices}

    @property
    def site_keys(self) -> set[int]:
        return {village.site_id for village in self.villages}

    def limited_to(self, villages: Iterable[Village]) -> Access:
        """The same reach with only some of the villages, and without the regency; offices stay."""
        left = tuple(villages)
        gone = [village for village in self.villages if village not in left]
        return Access(
            villages=left,
            offices=self.offices,
            page_roots=_without(self.page_roots, [village.container_path for village in gone]),
            collection_roots=_without(self.collection_roots, [village.collection.path for village in gone]),
        )

    def reaches_page(self, page: Page) -> bool:
        return self.is_regency or page.path.startswith(self.page_roots)

    def leads_to_page(self, page: Page) -> bool:
        """Whether a page lies on the way from the root of the tree down to pages within reach."""
        return self.reaches_page(page) or any(root.startswith(page.path) for root in self.page_roots)


def _without(roots: tuple[str, ...], gone: list[str]) -> tuple[str, ...]:
    return tuple(root for root in roots if root not in gone)


def access_of(user: User) -> Access:
    """Return a person's reach; asked once per request, for which the user is loaded anew."""
    # By attribute: `request.user` is a wrapper, whose own `__dict__` is not the user's.
    access = getattr(user, CACHED_AS, None)
    if access is None:
        access = _find_access(user)
        setattr(user, CACHED_AS, access)
    return access


def forget_access(user: User) -> None:
    """Ask the database again, after the person's groups changed within a request."""
    setattr(user, CACHED_AS, None)


def is_portal_staff(user: User) -> bool:
    """Whether someone looks after every site: a superuser, or with page rights on the root of the tree."""
    return access_of(user).is_regency


def is_publisher(user: User) -> bool:
    """Whether someone may publish for villages that are not theirs: staff of an office, or of the portal."""
    access = access_of(user)
    return access.is_regency or bool(access.offices)


def looks_after_every_site() -> Q:
    """Condition for the accounts of superusers and portal staff, also while they may not log in."""
    on_root = GroupPagePermission.objects.filter(page__depth=1)
    memberships = get_user_model().groups.through.objects
    staff = memberships.filter(group__in=on_root.values("group"))
    return Q(is_superuser=True) | Q(pk__in=staff.values("user"))


def villages_of(user: User) -> tuple[Village, ...]:
    """Open villages a person works for, as admin or contributor."""
    return access_of(user).villages


def admin_villages_of(user: User) -> list[Village]:
    """Those of the villages in which the person is an admin."""
    return [village for village in villages_of(user) if village.is_admin]


def _find_access(user: User) -> Access:
    if not user.is_authenticated or not user.is_active:
        return Access()
    groups = set(user.groups.values_list("pk", flat=True))
    if not groups:
        return Access(is_regency=user.is_superuser)
    villages, offices = _villages(groups), _offices(groups)
    rights = _page_rights(groups)
    of_offices = {office.group_id for office in offices}
    parts, collections = _parts(rights, groups - of_offices - _groups_of(villages))
    collections += [owner.collection.path for owner in (*villages, *offices) if owner.collection_id]
    containers = [village.container_path for village in villages]
    return Access(
        is_regency=user.is_superuser or any(right.depth == 1 for right in rights),
        villages=villages,
        offices=offices,
        page_roots=(*containers, *(right.path for right in rights if right.group in of_offices), *parts),
        collection_roots=tuple(collections),
    )


class PageRight(NamedTuple):
    """That a group may do something with a page and what is below it."""

    group: int
    path: str
    depth: int


def _page_rights(groups: set[int]) -> list[PageRight]:
    rights = GroupPagePermission.objects.filter(group__in=groups)
    return [PageRight(*row) for row in rights.values_list("group", "page__path", "page__depth").distinct()]


def _groups_of(villages: tuple[Village, ...]) -> set[int | None]:
    return {key for village in villages for key in (village.admin_group_id, village.contributor_group_id)}


def _parts(rights: list[PageRight], groups: set[int]) -> tuple[list[str], list[str]]:
    """Parts of open villages that other groups look after, and the collections of these groups.

    A group is that of a part where it has rights on a page below the container of a village; where it is
    not, its rights count for nothing here. A part makes nobody one of the village's people.
    """
    found = [right for right in rights if right.group in groups and right.depth > CONTAINER_DEPTH]
    if not found:
        return [], []
    tops = {right.path[: CONTAINER_DEPTH * Page.steplen] for right in found}
    villages = apps.get_model("sites", "Village").objects.open().filter(container__path__in=tops)
    is_open = set(villages.values_list("container__path", flat=True))
    parts = [right for right in found if right.path[: CONTAINER_DEPTH * Page.steplen] in is_open]
    own = GroupCollectionPermission.objects.filter(group__in={right.group for right in parts})
    collections = own.filter(collection__depth__gt=CONTAINER_DEPTH)
    return (
        list(dict.fromkeys(right.path for right in parts)),
        list(collections.values_list("collection__path", flat=True).distinct()),
    )


def _villages(groups: set[int]) -> tuple[Village, ...]:
    member = Q(admin_group__in=groups) | Q(contributor_group__in=groups)
    villages = tuple(
        apps.get_model("sites", "Village")
        .objects.open()
        .filter(member)
        .with_site()
        .select_related("collection")
    )
    for village in villages:
        village.is_admin = village.admin_group_id in groups
    return villages


def _offices(groups: set[int]) -> tuple[Office, ...]:
    return tuple(
        apps.get_model("sites", "Office").objects.filter(group__in=groups).select_related("collection")
    )
