"""What somebody is told who has passed one step of a check, but not the last one."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page


def tell_next_step(request: HttpRequest, page: Page) -> None:
    """Wagtail says that the page "has been updated", which sounds as if it were on the site now."""
    if request.POST.get("workflow-action-name") != "approve":
        return
    page = Page.objects.get(pk=page.pk).specific
    task = page.current_workflow_task
    if task is None:
        return
    buttons = []
    if any(name == "approve" for name, _label, _modal in task.specific.get_actions(page, request.user)):
        buttons = [messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Open it again"))]
    # The name of a step ends with that of its village.
    step = task.name.split(" –")[0]
    said = _(
        "Readers do not see it yet: one more step follows, “%(step)s”. Whoever takes it chooses Approve."
    )
    messages.warning(request, said % {"step": step}, buttons=buttons)
