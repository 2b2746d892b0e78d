"""What ends together with somebody's place in a team or an office: what would go on telling them of it."""

from collections.abc import Iterable

from wagtail.models import Page, PageSubscription, WorkflowState

from sites.models import User
from sites.querysets import below_any


def let_go(tops: Iterable[Page], user: User) -> None:
    """End letters about these pages and all below, and give back what the person had locked."""
    pages = Page.objects.filter(below_any(tops))
    PageSubscription.objects.filter(user=user, page__in=pages).delete()
    pages.filter(locked_by=user).update(locked=False, locked_by=None, locked_at=None)
    # Who asked for a check hears how it ended.
    asked = WorkflowState.objects.active().filter(requested_by=user)
    own = {str(key) for key in pages.values_list("pk", flat=True)} if asked.exists() else set()
    asked.filter(object_id__in=own).update(requested_by=None)
