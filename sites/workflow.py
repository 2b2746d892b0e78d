"""The two-step check of texts, which each village switches on or off for itself."""

from wagtail.models import WorkflowPage


def switch_workflow(village, enabled: bool) -> None:
    """Put the village's workflow on its container, or take it off; pages under way keep theirs."""
    if village.workflow is None:
        return
    page = village.container.page_ptr
    if enabled:
        WorkflowPage.objects.update_or_create(page=page, defaults={"workflow": village.workflow})
    else:
        WorkflowPage.objects.filter(page=page, workflow=village.workflow).delete()
