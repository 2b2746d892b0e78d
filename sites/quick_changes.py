"""Pages written by one tap or a few fields, without the editor: published, or handed in to those who may.

A change goes to what readers see and to the draft that may wait beside it, and publishes nothing else.
"""

from collections.abc import Callable

from django.db import transaction
from wagtail.models import Page, WorkflowState

from .models import User


def draft_of(page: Page) -> Page:
    """What its editor finds: the newest version. `latest_revision` is better fetched before."""
    has_draft = page.has_unpublished_changes and page.latest_revision_id
    return page.with_content_json(page.latest_revision.content) if has_draft else page


def may_write(page: Page, user: User) -> bool:
    rights = page.permissions_for_user(user)
    return rights.can_edit() and not rights.page_locked()


@transaction.atomic
def write(page: Page, user: User, change: Callable[[Page], None]) -> bool:
    """Change a page, and publish that and nothing else that waits in its draft. Says whether it is published.

    Who may not publish hands it in; a page that readers don't see stays a draft.
    """
    # Of two taps the second sees what the first has done.
    Page.objects.select_for_update(of=["self"]).get(pk=page.pk)
    page = type(page).objects.get(pk=page.pk)
    draft = page.get_latest_revision_as_object()
    if not (page.live and page.permissions_for_user(user).can_publish()):
        change(draft)
        draft.save_revision(user=user, log_action=True)
        if page.live:
            hand_in(draft, user)
        return False
    waits = page.has_unpublished_changes
    change(page)
    page.save_revision(user=user, log_action=True).publish(user=user)
    if waits:
        # What somebody was writing stays the newest version, with this change in it.
        change(draft)
        draft.save_revision(user=user)
    return True


def pass_on(page: Page, user: User) -> None:
    """Keep a new page, and publish it, or hand it in to those who may."""
    revision = page.save_revision(user=user, log_action=True)
    if page.permissions_for_user(user).can_publish():
        revision.publish(user=user)
    else:
        hand_in(page, user)


def hand_in(page: Page, user: User) -> None:
    """Ask for the village's approval, or once more after it asked for changes; it may be asked already."""
    state = page.current_workflow_state
    if state is None and page.has_workflow:
        page.get_workflow().start(page, user)
    elif state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user)
