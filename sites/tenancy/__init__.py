"""Who may see what: the walls between villages, offices and the regency. docs/isolation.md tells how."""

from .access import access_of, admin_villages_of, forget_access, is_portal_staff, is_publisher, villages_of
from .naming import place_name, sees_several
from .owners import belongs_to_regency, declare_owner, owner_of
from .scope import can_see, visible
from .working import working_village

__all__ = [
    "access_of",
    "admin_villages_of",
    "belongs_to_regency",
    "can_see",
    "declare_owner",
    "forget_access",
    "is_portal_staff",
    "is_publisher",
    "owner_of",
    "place_name",
    "sees_several",
    "villages_of",
    "visible",
    "working_village",
]
