"""Who is in the team of a village, and who may look after it."""

from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from sites.models import FormerMember, Role, User, Village
from sites.tenancy import admin_villages_of, is_portal_staff
from sites.tenancy.access import looks_after_every_site


@dataclass(frozen=True)
class Member:
    """One person in the team of a village."""

    user: User
    role: Role
    # A superuser or one of the portal staff: shown, but beyond the reach of any village.
    is_of_regency: bool

    @property
    def name(self) -> str:
        return name_of(self.user)

    @property
    def is_admin(self) -> bool:
        return self.role == Role.ADMIN

    @property
    def is_invited(self) -> bool:
        """Whether they have not chosen a password yet."""
        return not self.user.has_usable_password()

    @property
    def is_working_admin(self) -> bool:
        """Whether the village can count on this person when all other admins are gone."""
        return self.is_admin and self.user.is_active and not self.is_invited and not self.is_of_regency

    @property
    def state(self) -> str:
        return state_of(self.user)


def name_of(user: User) -> str:
    return user.get_full_name() or user.email


def state_of(user: User) -> str:
    if not user.is_active:
        return _("Account switched off")
    return _("Active") if user.has_usable_password() else _("Invited, no password yet")


def group_of(village: Village, role: str) -> Group:
    return village.admin_group if role == Role.ADMIN else village.contributor_group


def managed_by(user: User) -> QuerySet[Village]:
    """Open villages whose team somebody may look after: where they are admin; portal staff, all."""
    villages = Village.objects.open().with_site()
    if is_portal_staff(user):
        return villages
    return villages.filter(pk__in=[village.pk for village in admin_villages_of(user)])


def members_of(village: Village, **conditions) -> list[Member]:
    """The team, admins first, then by name. One query."""
    memberships = User.groups.through.objects.filter(user=OuterRef("pk"))
    as_admin = Exists(memberships.filter(group=village.admin_group_id))
    as_contributor = Exists(memberships.filter(group=village.contributor_group_id))
    users = User.objects.filter(as_admin | as_contributor, **conditions)
    people = [
        Member(user, Role.ADMIN if user.is_admin else Role.CONTRIBUTOR, user.is_of_regency)
        for user in users.annotate(is_admin=as_admin, is_of_regency=looks_after_every_site())
    ]
    return sorted(people, key=lambda member: (not member.is_admin, member.name.lower(), member.user.pk))


def find_member(village: Village, key: int) -> Member | None:
    return next(iter(members_of(village, pk=key)), None)


def former_members_of(village: Village) -> QuerySet[FormerMember]:
    """Whom the village may take back, the last to leave first."""
    groups = [village.admin_group_id, village.contributor_group_id]
    back = User.groups.through.objects.filter(user=OuterRef("user"), group__in=groups)
    former = village.former_members.remembered().exclude(Exists(back))
    return former.select_related("user").order_by("-left_at", "-pk")


def is_last_admin(members: list[Member], member: Member) -> bool:
    """Whether the village would be left without an admin who can log in, if this one went."""
    return [one.user.pk for one in members if one.is_working_admin] == [member.user.pk]
