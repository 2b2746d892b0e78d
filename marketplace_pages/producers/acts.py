"""Inviting somebody to look after a business, and taking them out again; whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from marketplace_pages.models import BusinessPage, Producer
from sites.models import User, Village
from sites.provisioning import people
from sites.team.acts import TeamError
from sites.team.farewell import let_go
from sites.team.members import find_member, managed_by, name_of
from sites.tenancy import forget_access
from sites.tenancy.access import looks_after_every_site

from .letters import send_invitation
from .space import ensure_space, grant, village_of_business


def producers_of(business: BusinessPage) -> QuerySet[User]:
    """Who looks after a business, given by its Indonesian version."""
    return User.objects.filter(groups__producer__business=business).order_by(
        "first_name", "last_name", "email"
    )


def invite(business: BusinessPage, actor: User, email: str) -> User:
    """Let somebody look after a business and, after the commit, write to them.

    Asked again for someone who never chose a password, it sends a new link.
    """
    email = people.checked_email(email)
    with _locked(business, actor) as village:
        user = User.objects.filter(email=email).first()
        if user:
            _refuse_unfit(user, business, village)
        producer = ensure_space(business)
        user, needs_letter = people.add_to(producer.group, email)
        forget_access(user)
        grant(producer)
        log(business, "marketplace.invite_producer", user=actor, data={"account": user.pk})
        if needs_letter:
            transaction.on_commit(lambda: send_invitation(user, business, village))
    return user


def take_out(business: BusinessPage, actor: User, user: User) -> None:
    """Whatever else the person may do stays as it is, and so does what they wrote."""
    with _locked(business, actor):
        producer = Producer.objects.get(business=business)
        user.groups.remove(producer.group)
        forget_access(user)
        let_go(business.get_translations(inclusive=True), user)
        grant(producer)
        log(business, "marketplace.take_out_producer", user=actor, data={"account": user.pk})


@contextmanager
def _locked(business: BusinessPage, actor: User) -> Iterator[Village]:
    """Let nobody else change the people of this village until the block ends; the actor is asked anew."""
    village = village_of_business(business)
    with transaction.atomic():
        Village.objects.select_for_update(of=["self"]).get(pk=village.pk)
        forget_access(actor)
        if not managed_by(actor).filter(pk=village.pk).exists():
            raise PermissionDenied
        yield village


def _refuse_unfit(user: User, business: BusinessPage, village: Village) -> None:
    if not user.is_active or User.objects.filter(looks_after_every_site(), pk=user.pk).exists():
        raise TeamError(_("A village can't look after this account. Ask the portal staff."), field="email")
    if find_member(village, user.pk):
        message = _("%(person)s is in the team of the village and edits all businesses already.")
        raise TeamError(message % {"person": name_of(user)}, field="email")
    if user.has_usable_password() and producers_of(business).filter(pk=user.pk).exists():
        message = _("%(person)s looks after this business already.")
        raise TeamError(message % {"person": name_of(user)}, field="email")
