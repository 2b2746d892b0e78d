"""The questions asked of this app's rows, each under one chainable name."""

from .art_forms import ArtFormManager
from .classes import ClassManager, ClassQuerySet, SessionQuerySet
from .events import EventManager, EventQuerySet
from .registrations import ClassMessageQuerySet, NoticeQuerySet, RegistrationQuerySet

__all__ = [
    "ClassManager",
    "ClassMessageQuerySet",
    "ClassQuerySet",
    "ArtFormManager",
    "EventManager",
    "EventQuerySet",
    "NoticeQuerySet",
    "RegistrationQuerySet",
    "SessionQuerySet",
]
