"""The code on a certificate, such as K7MQ-4XPA-09TZ: random, and easy to type from paper."""

import re
import secrets

# Without I, L, O and U: the first three look like 1 and 0, and no word comes out by chance.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH, GROUP = 12, 4
# What people read where there is another sign.
LOOK_ALIKES = str.maketrans("OIL", "011")
BETWEEN = re.compile(r"[\s\-‐‑‒–—._/]+")
COMPLETE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")


def new_code() -> str:
    return _grouped("".join(secrets.choice(ALPHABET) for _sign in range(LENGTH)))


def read_code(text: str) -> str | None:
    """The code that somebody means, whatever the case, spaces and dashes; None for what can be none."""
    signs = BETWEEN.sub("", text).upper().translate(LOOK_ALIKES)
    return _grouped(signs) if COMPLETE.fullmatch(signs) else None


def _grouped(signs: str) -> str:
    return "-".join(signs[start : start + GROUP] for start in range(0, LENGTH, GROUP))
