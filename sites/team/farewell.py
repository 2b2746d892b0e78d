"""What ends together with somebody's place in a team: what would go on telling them of the village."""

from wagtail.models import Page, PageSubscription, WorkflowState

from sites.models import User, Village


def let_go(village: Village, user: User) -> None:
    """End letters about the village's pages, and give back what the person had locked."""
    pages = Page.objects.filter(path__startswith=village.container.path)
    PageSubscription.objects.filter(user=user, page__in=pages).delete()
    pages.filter(locked_by=user).update(locked=False, locked_by=None, locked_at=None)
    # Who asked for a check hears how it ended.
    asked = WorkflowState.objects.active().filter(requested_by=user)
    own = {str(key) for key in pages.values_list("pk", flat=True)} if asked.exists() else set()
    asked.filter(object_id__in=own).update(requested_by=None)
