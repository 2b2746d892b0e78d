from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask


class PeerReviewTask(AbstractGroupApprovalTask):
    """A check by somebody else: whoever asked for it can't give it."""

    class Meta:
        verbose_name = _("check by another person")
        verbose_name_plural = _("checks by another person")

    def get_actions(self, obj, user):
        return [] if self._asked_for_it(obj, user) else super().get_actions(obj, user)

    def user_can_unlock(self, obj, user):
        return not self._asked_for_it(obj, user) and super().user_can_unlock(obj, user)

    def _asked_for_it(self, obj, user) -> bool:
        state = obj.current_workflow_state
        return bool(state and state.requested_by_id == user.pk and not user.is_superuser)

    @classmethod
    def get_description(cls):
        return _("Members of the groups, but not the author, check the text")
