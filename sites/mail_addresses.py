"""Which addresses letters can go to: Django's own check lets some through that can head no letter."""

from django.core.exceptions import ValidationError
from django.core.mail.message import sanitize_address
from django.utils.translation import gettext_lazy as _

LONGEST = 254
NO_ADDRESS = _("This is no e-mail address. Write it like name@example.com.")
REFUSAL = _("No letter can be sent to this address. Type it anew, with plain letters only (a to z).")


def can_be_written(email: str) -> bool:
    """Whether an address can stand at the head of a letter, in the spelling in which it is kept."""
    email = email.strip().lower()
    local = email.rpartition("@")[0]
    if not local.isascii() or len(email) > LONGEST:
        return False
    try:
        # Domains of other scripts have a spelling in ASCII, but not whatever is made of such letters.
        sanitize_address(email, "utf-8")
    except ValueError:
        return False
    return True


def validate_writable(email: str) -> None:
    if not can_be_written(email):
        raise ValidationError(REFUSAL, code="unwritable")
