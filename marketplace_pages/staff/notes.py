"""What the desk tells those who answer for permits: which run out, and which wait to be checked."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import ngettext

from marketplace_pages.permits.states import State
from sites.models import User
from sites.tenancy import admin_villages_of

from .access import permits_of
from .desk import NAMESPACE


class Note(NamedTuple):
    text: str
    url: str


def notes_for(user: User) -> list[Note]:
    """For admins of villages; portal staff, to whom those of all belong, have the list and its filters."""
    if not admin_villages_of(user):
        return []
    permits = permits_of(user)
    ending, unchecked = permits.running_out().count(), permits.unchecked().count()
    notes = []
    if ending:
        text = ngettext(
            "%(number)d permit runs out within 60 days.", "%(number)d permits run out within 60 days.", ending
        )
        notes.append(Note(text % {"number": ending}, _list_of(State.ENDING)))
    if unchecked:
        text = ngettext(
            "%(number)d permit waits to be checked.", "%(number)d permits wait to be checked.", unchecked
        )
        notes.append(Note(text % {"number": unchecked}, _list_of(State.UNCHECKED)))
    return notes


def _list_of(state: State) -> str:
    return f"{reverse(f'{NAMESPACE}:permits')}?state={state.value}"
