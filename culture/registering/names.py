"""Names as people type them, and what can be none."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Beside letters and their marks: as in "Siti Nur'aini", "M. Yusuf, S.Pd." and "Anne-Marie".
SIGNS = frozenset(" '’`.,-/()")
NO_NAME = _("Write the name in letters, without digits, pictures or other signs.")


def clean_name(text: str) -> str:
    """Return a name with single spaces; raises ValidationError for what holds more than a name.

    Marks that can't be seen (line breaks, the direction of writing) are left out: they can turn a list
    of names around, and nobody types them on purpose. Digits are refused: some paste the number of their
    identity card, which nobody here may keep.
    """
    seen = "".join(
        " " if sign.isspace() else sign
        for sign in unicodedata.normalize("NFC", text)
        if sign.isspace() or unicodedata.category(sign)[0] != "C"
    )
    name = " ".join(seen.split())
    if not all(sign in SIGNS or unicodedata.category(sign)[0] in "LM" for sign in name):
        raise ValidationError(NO_NAME, code="no_name")
    if name and not any(unicodedata.category(sign)[0] == "L" for sign in name):
        raise ValidationError(NO_NAME, code="no_name")
    return name
