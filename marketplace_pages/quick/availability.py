"""Sold out, or there again: one tap, which publishes this change and nothing else that waits in a draft."""

from django.db import transaction

from marketplace_pages.choices import Availability
from marketplace_pages.models import ProductPage
from sites.models import User

from .adding import hand_in


def may_switch(product: ProductPage, user: User) -> bool:
    rights = product.permissions_for_user(user)
    return rights.can_edit() and not rights.page_locked()


@transaction.atomic
def switch(product: ProductPage, actor: User, availability: Availability) -> bool:
    """Return whether readers see it now; if not, the village has to publish it."""
    draft = product.get_latest_revision_as_object()
    if not (product.live and product.permissions_for_user(actor).can_publish()):
        draft.availability = availability
        draft.save_revision(user=actor, log_action=True)
        if product.live:
            hand_in(draft, actor)
        return False
    waits = product.has_unpublished_changes
    product.availability = availability
    product.save_revision(user=actor, log_action=True).publish(user=actor)
    if waits:
        # What somebody was writing stays the newest version, with this change in it.
        draft.availability = availability
        draft.save_revision(user=actor)
    return True
