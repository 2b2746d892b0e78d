"""A learning code, such as sawah-melati-perahu-27: three words and a number, to be read out and typed by ear.

Of the code only a keyed hash is stored: who reads the database can't tell it.
"""

import re
import secrets
import unicodedata
from functools import cache

from django.conf import settings
from django.utils.crypto import salted_hmac
from wagtail.models import Site

WORDS, LEAST_NUMBER, MOST_NUMBER = 3, 10, 99
LONGEST = 100  # as it is typed
SHAPE = re.compile(r"[a-z]{9,30}[0-9]{2}")


@cache
def words() -> tuple[str, ...]:
    path = settings.BASE_DIR / "data" / "learning_words.txt"
    return tuple(path.read_text(encoding="utf-8").split())


def new_code() -> str:
    chosen = [secrets.choice(words()) for _word in range(WORDS)]
    number = LEAST_NUMBER + secrets.randbelow(MOST_NUMBER - LEAST_NUMBER + 1)
    return "-".join([*chosen, str(number)])


def hash_of(site: Site, typed: str) -> str | None:
    """The hash by which a site knows a code; None for what can be none.

    Case, spaces, dashes and marks do not matter, and neither does what stands between the words.
    """
    plain = unicodedata.normalize("NFKD", typed[:LONGEST]).casefold()
    signs = "".join(sign for sign in plain if sign.isascii() and sign.isalnum())
    if not SHAPE.fullmatch(signs):
        return None
    return salted_hmac("learning.code", f"{site.pk}|{signs}", algorithm="sha256").hexdigest()
