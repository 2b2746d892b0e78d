from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask


class PeerReviewTask(AbstractGroupApprovalTask):
    """A check by somebody else: neither who asked for it nor who changed the text last can give it."""

    class Meta:
        verbose_name = _("check by another person")
        verbose_name_plural = _("checks by another person")

    def get_actions(self, obj, user):
        return [] if self._had_a_hand_in_it(obj, user) else super().get_actions(obj, user)

    def user_can_unlock(self, obj, user):
        return not self._had_a_hand_in_it(obj, user) and super().user_can_unlock(obj, user)

    def _had_a_hand_in_it(self, obj, user) -> bool:
        state = obj.current_workflow_state
        if state is None or user.is_superuser:
            return False
        return user.pk == state.requested_by_id or user.pk == obj.get_latest_revision().user_id

    @classmethod
    def get_description(cls):
        return _("Members of the groups, but not the author, check the text")
