"""Wagtail's cards on the first page of the admin, narrowed to what their reader may see now.

They know what somebody wrote, locked or asked for; not whether that still concerns them.
"""

from wagtail.admin.ui.components import Component
from wagtail.admin.views import home
from wagtail.models import Page

from sites.tenancy import can_see, visible


class OwnEdits(home.RecentEditsPanel):
    def get_context_data(self, parent_context):
        context, user = super().get_context_data(parent_context), parent_context["request"].user
        edits = [(date, page) for date, page in context["last_edits"] if can_see(user, page)]
        return context | {"last_edits": edits}


class OwnLocks(home.LockedPagesPanel):
    def get_context_data(self, parent_context):
        context, user = super().get_context_data(parent_context), parent_context["request"].user
        return context | {"locked_pages": visible(user, Page, context["locked_pages"])}


class OwnChecks(home.UserObjectsInWorkflowModerationPanel):
    def get_context_data(self, parent_context):
        context, user = super().get_context_data(parent_context), parent_context["request"].user
        states = [
            state for state in context.get("workflow_states", []) if can_see(user, state.content_object)
        ]
        return context | {"workflow_states": states}


class ChecksToDo(home.WorkflowObjectsToModeratePanel):
    def get_context_data(self, parent_context):
        context, user = super().get_context_data(parent_context), parent_context["request"].user
        return context | {"states": [state for state in context["states"] if can_see(user, state["obj"])]}


NARROW = {panel.__bases__[0]: panel for panel in (OwnEdits, OwnLocks, OwnChecks, ChecksToDo)}


def narrowed(panels: list[Component]) -> list[Component]:
    return [NARROW[type(panel)]() if type(panel) in NARROW else panel for panel in panels]
