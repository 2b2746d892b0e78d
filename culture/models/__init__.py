"""The public names of this app's models."""

from .agenda import AgendaPage
from .art_form_list import ArtFormIndexPage
from .art_form_rows import ArtFormPicture, Recording
from .art_forms import ArtFormPage
from .classes import ClassIndexPage, ClassPage
from .events import EventPage
from .registrations import Attendance, ClassFigures, ClassMessage, Notice, Registration
from .sessions import ClassSession

__all__ = [
    "AgendaPage",
    "ArtFormIndexPage",
    "ArtFormPage",
    "ArtFormPicture",
    "Attendance",
    "ClassFigures",
    "ClassIndexPage",
    "ClassMessage",
    "ClassPage",
    "ClassSession",
    "EventPage",
    "Notice",
    "Recording",
    "Registration",
]
