"""Who may do what with rows that belong to villages and offices, by their role there."""

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.permission_policies.base import ModelPermissionPolicy

from .access import Access, access_of
from .owners import Kind, owner_of
from .scope import can_see, visible

# Whose rows an office may have; a site belongs to a village or the portal.
OFFICES_HAVE = {Kind.OFFICES, Kind.PAGES, Kind.COLLECTIONS}


class OwnedPolicy(ModelPermissionPolicy):
    """Admins of a village and staff of an office do everything with what is theirs.

    A contributor may do what `contributor_actions` says. Portal staff need Django's
    permission on the model, as everywhere in Wagtail, and then have it everywhere.
    """

    def __init__(self, model, contributor_actions: frozenset[str] = frozenset()):
        super().__init__(model)
        self.contributor_actions = contributor_actions

    def user_has_permission(self, user, action):
        return self.user_has_any_permission(user, [action])

    def user_has_any_permission(self, user, actions):
        if not user.is_authenticated or not user.is_active:
            return False
        if self._is_granted(user, actions):
            return True
        reach = self.reach(user, actions)
        return bool(reach.villages or (reach.offices and owner_of(self.model).kind in OFFICES_HAVE))

    def user_has_permission_for_instance(self, user, action, instance):
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        if self._is_granted(user, actions):
            return can_see(user, instance)
        return owner_of(self.model).holds(self.reach(user, actions), instance)

    def instances_user_has_any_permission_for(self, user, actions):
        if self._is_granted(user, actions):
            return visible(user, self.model)
        reach = self.reach(user, actions)
        return self.model._default_manager.filter(owner_of(self.model).condition(reach))

    def users_with_any_permission(self, actions):
        members = Q(groups__admins_of__isnull=False) | Q(groups__office__isnull=False)
        if self.contributor_actions.intersection(actions):
            members |= Q(groups__contributors_of__isnull=False)
        granted = super().users_with_any_permission(actions)
        return (
            get_user_model()
            .objects.filter(Q(pk__in=granted.values("pk")) | members, is_active=True)
            .distinct()
        )

    def _is_granted(self, user, actions) -> bool:
        """Whether a group of theirs has Django's permission on the model."""
        return any(super(OwnedPolicy, self).user_has_permission(user, action) for action in actions)

    def reach(self, user, actions) -> Access:
        """Where somebody may do one of these: where they see anything, if granted; else by their role."""
        access = access_of(user)
        if self._is_granted(user, actions):
            return access
        by_role = [v for v in access.villages if v.is_admin or self.contributor_actions.intersection(actions)]
        return access.limited_to(by_role)
