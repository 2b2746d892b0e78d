"""What the history of a village says about its inbox: who looked at a request or acted on it, and when.

An entry names the number of the request, and nobody who asked.
"""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from services.models import ServiceRequest
from sites.models import User, Village

LABELS = {
    "services.look": _("Looked at a request"),
    "services.search": _("Searched the requests"),
    "services.change_state": _("Changed the state of a request"),
    "services.answer": _("Answered a request"),
    "services.note": _("Wrote a note about a request"),
    "services.assign": _("Handed a request to somebody"),
    "services.look_at_file": _("Opened a file of a request"),
    "services.print_slip": _("Opened the slip of a request to print"),
    "services.publish": _("Published a complaint or an idea"),
    "services.take_back": _("Took back a complaint or an idea"),
    "services.told": _("Told somebody on WhatsApp about a request"),
    "services.export_person": _("Exported the data of a request"),
    "services.erase": _("Erased a request"),
    "services.change_answers": _("Changed the ready answers"),
    "services.change_roster": _("Changed who is on duty"),
}


def note(request: ServiceRequest, action: str, user: User) -> None:
    log(request.village, f"services.{action}", user=user, data={"request": request.pk})


def note_search(villages: Iterable[Village], user: User) -> None:
    """In each village of which something was found; what was looked for is not said."""
    for village in villages:
        log(village, "services.search", user=user)


def note_change(village: Village, action: str, user: User) -> None:
    log(village, f"services.{action}", user=user)


def register(actions) -> None:
    for action, label in LABELS.items():
        actions.register_action(action, label, label)
