"""Who belongs to which village."""

from .scope import is_portal_staff, villages_of

__all__ = ["is_portal_staff", "villages_of"]
