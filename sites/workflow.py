"""The two-step check of texts, which is switched on or off for each village and each office."""

from collections.abc import Iterable

from wagtail.models import Page, Workflow, WorkflowPage


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
