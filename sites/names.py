"""Names as people type them, and what can be none."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Beside letters and their marks: as in "Siti Nur'aini", "M. Yusuf, S.Pd." and "Anne-Marie".
SIGNS = frozenset(" '’`.,-()")
# Mail programs make a link of it: two words with nothing but a dot between them.
ADDRESS = re.compile(r"\w{2}\.\w{2}")
NO_NAME = _("Write the name in letters, without digits, pictures or other signs.")
NO_ADDRESS = _("Put a space after each dot in the name.")


def clean_name(text: str) -> str:
    """Return a name with single spaces; raises ValidationError for what holds more than a name.

    Marks that can't be seen (line breaks, the direction of writing) are left out: they can turn a list
    of names around, and nobody types them on purpose. Digits are refused: some paste the number of their
    identity card, which nobody here may keep. An address of a page is none either: the village would send it
    on, in a letter to whoever is named as the reader.
    """
    seen = "".join(
        " " if sign.isspace() else sign
        for sign in unicodedata.normalize("NFC", text)
        if sign.isspace() or unicodedata.category(sign)[0] != "C"
    )
    name = " ".join(seen.split())
    if not all(sign in SIGNS or unicodedata.category(sign)[0] in "LM" for sign in name):
        raise ValidationError(NO_NAME, code="no_name")
    if ADDRESS.search(name):
        raise ValidationError(NO_ADDRESS, code="no_name")
    if name and not any(unicodedata.category(sign)[0] == "L" for sign in name):
        raise ValidationError(NO_NAME, code="no_name")
    return name
