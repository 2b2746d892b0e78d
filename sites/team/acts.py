"""What may be done in the team of a village. Each act is whole or not at all.

The village's row is locked first and everything is asked after that, so that of two requests at the
same time the second one sees what the first has done: the right of its sender, and who is left.
`User.is_active` is never touched: an account may belong to other villages and offices as well.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from sites.models import FormerMember, Role, User, Village
from sites.provisioning import ProvisioningError, people
from sites.tenancy import forget_access
from sites.tenancy.access import looks_after_every_site

from .farewell import let_go
from .members import Member, find_member, group_of, is_last_admin, managed_by, members_of, name_of


class TeamError(ProvisioningError):
    """Something that can't be done in a team; the message says what to do instead."""


def invite(village: Village, actor: User, email: str, role: str) -> User:
    """Put someone into the team and, after the commit, write to them.

    Asked again for someone who never chose a password, it sends a new link and sets the role.
    """
    email = people.checked_email(email)
    with _locked(village, actor):
        user = User.objects.filter(email=email).first()
        if user:
            _refuse_out_of_reach(user)
            if find_member(village, user.pk) and user.has_usable_password():
                message = _("%(person)s is in the team already. Open the person to change the role.")
                raise TeamError(message % {"person": name_of(user)}, field="email")
        return _join(village, actor, email, role, "team.invite")


def change_role(village: Village, actor: User, user: User, role: str) -> None:
    with _locked(village, actor):
        member = _within_reach(village, user)
        if role == member.role:
            return
        if member.is_admin:
            _keep_an_admin(village, member)
        _set_role(village, user, role)
        _note(village, actor, "team.change_role", user, role)


def take_out(village: Village, actor: User, user: User) -> None:
    """Take someone out of the village's groups; whatever else they may do stays as it is."""
    with _locked(village, actor):
        _take_out(village, actor, user)


def leave(village: Village, user: User) -> None:
    """Take oneself out; contributors may, too."""
    with _locked(village):
        _take_out(village, user, user)


def take_back(village: Village, actor: User, user: User) -> None:
    """Undo `take_out`; refuses what an invitation would refuse."""
    with _locked(village, actor):
        former = FormerMember.objects.remembered().filter(village=village, user=user).first()
        if former is None:
            raise TeamError(_("This person can't be taken back any more. Invite them again."))
        _refuse_out_of_reach(user)
        if find_member(village, user.pk):
            raise TeamError(_("%(person)s is in the team already.") % {"person": name_of(user)})
        _join(village, actor, user.email, former.role, "team.take_back")


def send_letter(village: Village, actor: User, user: User) -> None:
    """Send a link for a new password, or the invitation once more, to the person's own address."""
    with _locked(village, actor):
        member = _within_reach(village, user)
        _refuse_out_of_reach(user)
        send = people.send_invitation if member.is_invited else people.send_password_link
        transaction.on_commit(lambda: send(user, village))
        _note(village, actor, "team.send_link", user)


@contextmanager
def _locked(village: Village, actor: User | None = None) -> Iterator[None]:
    """Let nobody else change this team until the block ends; `actor` must look after it, asked anew."""
    with transaction.atomic():
        # Only the village's own row: PostgreSQL can't lock the far side of an outer join.
        Village.objects.select_for_update(of=["self"]).get(pk=village.pk)
        if actor:
            forget_access(actor)
            if not managed_by(actor).filter(pk=village.pk).exists():
                raise PermissionDenied
        yield


def _refuse_out_of_reach(user: User) -> None:
    if not user.is_active or User.objects.filter(looks_after_every_site(), pk=user.pk).exists():
        message = _("A village can't look after this account. Ask the portal staff.")
        raise TeamError(message, field="email")


def _within_reach(village: Village, user: User) -> Member:
    member = find_member(village, user.pk)
    if member is None:
        raise TeamError(_("This person is not in the team any more. Somebody else was faster."))
    if member.is_of_regency:
        raise TeamError(_("This is an account of the portal staff. Ask them to change it."))
    return member


def _keep_an_admin(village: Village, member: Member) -> None:
    if is_last_admin(members_of(village), member):
        raise TeamError(
            _(
                "%(person)s is the only admin who can log in. First make somebody else an admin, "
                "and wait until they have chosen their password."
            )
            % {"person": member.name}
        )


def _take_out(village: Village, actor: User, user: User) -> None:
    member = _within_reach(village, user)
    _keep_an_admin(village, member)
    user.groups.remove(village.admin_group_id, village.contributor_group_id)
    forget_access(user)
    let_go([village.container], user)
    values = {"role": member.role, "left_at": timezone.now()}
    FormerMember.objects.update_or_create(village=village, user=user, defaults=values)
    _note(village, actor, "team.take_out", user, member.role)


def _join(village: Village, actor: User, email: str, role: str, action: str) -> User:
    user = people.join(village, group_of(village, role), email)
    _set_role(village, user, role)
    _note(village, actor, action, user, role)
    return user


def _set_role(village: Village, user: User, role: str) -> None:
    other = Role.CONTRIBUTOR if role == Role.ADMIN else Role.ADMIN
    user.groups.add(group_of(village, role))
    user.groups.remove(group_of(village, other))
    forget_access(user)


def _note(village: Village, actor: User, action: str, user: User, role: str = "") -> None:
    """Keep in the village's history who did what, by the number of the account: no address, no name."""
    log(village, action, user=actor, data={"account": user.pk, "role": str(role)})
