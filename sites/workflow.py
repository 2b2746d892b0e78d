"""The two-step check of texts, which is switched on or off for each village and each office."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from wagtail.models import Page, Task, TaskState, Workflow, WorkflowPage
from wagtail.models.workflows import BaseTaskStateManager


def switch_workflow(village, enabled: bool) -> None:
    """Put the village's workflow on its container, or take it off; pages under way keep theirs."""
    if village.workflow is None:
        return
    put_workflow(village.workflow, [village.container.page_ptr], enabled)


def put_workflow(workflow: Workflow, pages: Iterable[Page], enabled: bool) -> None:
    """Put a workflow on pages and all below them, or take it off."""
    for page in pages:
        if enabled:
            WorkflowPage.objects.update_or_create(page_id=page.pk, defaults={"workflow": workflow})
        else:
            WorkflowPage.objects.filter(page_id=page.pk, workflow=workflow).delete()


def waiting_for(states: BaseTaskStateManager, user) -> QuerySet:
    """What waits for somebody's check, as part of one query.

    Wagtail fetches the steps of every village and asks each of them whose it is.
    """
    found = states.filter(status=TaskState.STATUS_IN_PROGRESS, task__active=True)
    if user.is_superuser:
        return found
    groups = user.groups.all()
    own = Q(groupapprovaltask__groups__in=groups) | Q(peerreviewtask__groups__in=groups)
    return found.filter(task__in=Task.objects.filter(own).values("pk"))


def connect() -> None:
    """Let Wagtail's card and reports ask this way."""
    BaseTaskStateManager.reviewable_by = waiting_for
