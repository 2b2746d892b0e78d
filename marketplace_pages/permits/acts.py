"""What is done with a permit: kept, checked, deleted; each stands in the history of its business."""

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


@transaction.atomic
def check(permit: Permit, actor: User) -> None:
    """Say that the village has seen the paper, and that number and date are those on it."""
    permit.verified_by, permit.verified_at = actor, timezone.now()
    permit.save()
    note(permit.business, "check_permit", actor, kind=permit.kind)


@transaction.atomic
def delete(permit: Permit, actor: User) -> None:
    note(permit.business, "delete_permit", actor, kind=permit.kind)
    permit.delete()
