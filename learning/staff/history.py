"""What the history of a course says about its desk: who looked at names or acted on a certificate, and when.

An entry names nobody who has learned.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from learning.models import CoursePage
from sites.models import User

LABELS = {
    "learning.look_at_certificates": _("Looked at the certificates"),
    "learning.search_certificates": _("Searched the certificates"),
    "learning.look_at_certificate": _("Looked at a certificate"),
    "learning.revoke_certificate": _("Revoked a certificate"),
    "learning.restore_certificate": _("Made a revoked certificate valid again"),
    "learning.erase_certificate_name": _("Erased the name on a certificate"),
    "learning.import_course": _("Imported from a file"),
    "learning.copy_course": _("Copied from another site"),
}


def note(course: CoursePage, action: str, user: User) -> None:
    log(course, f"learning.{action}", user=user)


def register(actions) -> None:
    for action, label in LABELS.items():
        actions.register_action(action, label, label)
