"""What the history of a class says about its desk: who looked at personal data or acted on it, and when.

An entry names nobody who is registered.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from culture.models import ClassPage
from sites.models import User

LABELS = {
    "culture.look": _("Looked at the registrations"),
    "culture.search": _("Searched the registrations"),
    "culture.look_at_person": _("Looked at a registration"),
    "culture.look_at_attendance": _("Looked at the attendance"),
    "culture.print_sheet": _("Opened the attendance sheet to print"),
    "culture.export": _("Exported all registrations"),
    "culture.export_person": _("Exported the data of one person"),
    "culture.erase_person": _("Erased one person"),
    "culture.add_person": _("Registered somebody by hand"),
    "culture.take_out": _("Cancelled a registration"),
    "culture.move_up": _("Moved somebody up on the waiting list"),
    "culture.look_at_notices": _("Looked at who is to be told on WhatsApp"),
    "culture.told": _("Told somebody on WhatsApp"),
    "culture.message": _("Wrote to the people in the class"),
    "culture.take_attendance": _("Took attendance"),
    "culture.cancel_session": _("Cancelled a session"),
    "culture.move_session": _("Moved a session"),
    "culture.restore_session": _("Let a session take place after all"),
}


def note(class_page: ClassPage, action: str, user: User) -> None:
    log(class_page, f"culture.{action}", user=user)


def register(actions) -> None:
    for action, label in LABELS.items():
        actions.register_action(action, label, label)
