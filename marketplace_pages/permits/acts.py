"""What is done with a permit: kept, checked, deleted; each stands in the history of its business."""

import hashlib

from django.db import transaction
from django.utils import timezone

from marketplace_pages.models import Permit
from marketplace_pages.staff.access import manages
from marketplace_pages.staff.history import note
from sites.models import User

from .forms import PermitForm


@transaction.atomic
def keep(form: PermitForm, actor: User) -> Permit:
    """Store what was typed. What somebody else than the village changes, the village checks again."""
    is_new = form.instance.pk is None
    if form.asks_for_a_new_check and not manages(actor, form.instance.business):
        form.instance.verified_by = form.instance.verified_at = None
    permit = form.save()
    note(permit.business, "add_permit" if is_new else "change_permit", actor, kind=permit.kind)
    return permit


class ChangedMeanwhile(Exception):
    """Somebody has changed the permit since it was looked at: what was checked is not what stands there."""


def seen_of(permit: Permit) -> str:
    """A short name of all that a check is about; the button sends back that of what its page showed."""
    products = sorted(permit.products.values_list("pk", flat=True))
    told = (permit.kind, permit.number, permit.issuer, permit.valid_until, permit.proof.name, products)
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


@transaction.atomic
def check(permit: Permit, actor: User, seen: str) -> None:
    """Say that the village has seen the paper, and that number and date are those on it.

    `seen` says which state was looked at. Raises `ChangedMeanwhile` where it is not that of now.
    """
    # Locked, and read anew: a change that is on its way waits, or is found here.
    permit = Permit.objects.select_for_update(of=["self"]).get(pk=permit.pk)
    if seen != seen_of(permit):
        raise ChangedMeanwhile
    permit.verified_by, permit.verified_at = actor, timezone.now()
    permit.save(update_fields=["verified_by", "verified_at"])
    note(permit.business, "check_permit", actor, kind=permit.kind)


@transaction.atomic
def delete(permit: Permit, actor: User) -> None:
    note(permit.business, "delete_permit", actor, kind=permit.kind)
    permit.delete()
