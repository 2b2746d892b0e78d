"""Takes a form that somebody has sent: registers them, or says on the form what stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils.translation import get_language, gettext

from culture.states import ClassState
from sites import limits

from . import seats
from .forms import RegistrationForm

if TYPE_CHECKING:
    from culture.models import Registration

# A whole hall of pupils registers behind one address, one after another.
FROM_ONE_READER, FROM_ONE_NETWORK, AT_ONE_CLASS = 60, 200, 600


class TooManyError(Exception):
    """More forms than people send, from one connection or for one class."""


def receive(request: HttpRequest, form: RegistrationForm) -> Registration | None:
    """Register whom the form names; None where it has to be sent again, and says why.

    Nothing that a person may have done in good faith is dropped without a word. Raises `TooManyError`.
    """
    if not form.is_valid():
        return None
    if complaint := form.complaint():
        form.add_error(None, complaint)
        return None
    most = limits.Limits("culture.registration", FROM_ONE_READER, FROM_ONE_NETWORK, AT_ONE_CLASS)
    if not limits.allows(request, f"class-{form.class_page.pk}", most):
        raise TooManyError
    try:
        return seats.register(form.class_page, form.person(get_language()), form.opened.key)
    except seats.AlreadyRegisteredError as found:
        form.add_error(None, _already(found.registration))
    except seats.RegistrationClosedError as closed:
        form.add_error(None, closed_because(closed.state))
    return None


def _already(registration: Registration) -> str:
    """To who gave the same name and contact once more; neither code nor link, for it may be a stranger."""
    if registration.email:
        return gettext(
            "You are registered for this class already. The letter that we sent to your e-mail address has "
            "the link to your registration."
        )
    return gettext("You are registered for this class already. Is the link to it lost? Ask the village.")


def closed_because(state: ClassState) -> str:
    """Why nobody may register, as a sentence."""
    return {
        ClassState.FULL: gettext("All seats are taken by now, and there is no waiting list."),
        ClassState.RUNNING: gettext("The class is running, and registration is closed."),
        ClassState.CLOSED: gettext("Registration is closed."),
        ClassState.FINISHED: gettext("The class is over."),
        ClassState.CANCELLED: gettext("The class is cancelled."),
    }.get(state, gettext("For this class nobody needs to register."))
