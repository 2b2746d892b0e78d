"""The staff of an office: who is on it, and how portal staff put somebody on it or take them off."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from sites.models import Office, User
from sites.provisioning import people
from sites.tenancy import forget_access

from .acts import TeamError
from .farewell import let_go
from .members import name_of


def staff_of(office: Office) -> QuerySet[User]:
    return User.objects.filter(groups=office.group_id).order_by("first_name", "last_name", "email")


def may_manage(user: User) -> bool:
    """Portal staff look after the people of offices; an office has no admin of its own."""
    return user.has_perm("sites.change_office")


def invite(office: Office, actor: User, email: str) -> User:
    """Put someone on the staff; asked again for someone without a password, send a new link."""
    email = people.checked_email(email)
    with _locked(office, actor):
        user = User.objects.filter(email=email).first()
        if user and not user.is_active:
            raise TeamError(_("This account is switched off. Switch it on first."), field="email")
        if user and user.has_usable_password() and staff_of(office).filter(pk=user.pk).exists():
            message = _("%(person)s is on the staff already.") % {"person": name_of(user)}
            raise TeamError(message, field="email")
        user = people.join_office(office, email)
        log(office, "team.invite", user=actor, data={"account": user.pk})
    return user


def take_out(office: Office, actor: User, user: User) -> None:
    """Take someone off the staff; whatever else they may do stays as it is."""
    with _locked(office, actor):
        user.groups.remove(office.group_id)
        forget_access(user)
        let_go(office.pages.all(), user)
        log(office, "team.take_out", user=actor, data={"account": user.pk})


@contextmanager
def _locked(office: Office, actor: User) -> Iterator[None]:
    if not may_manage(actor):
        raise PermissionDenied
    with transaction.atomic():
        Office.objects.select_for_update(of=["self"]).get(pk=office.pk)
        yield
