"""Tracking codes: short enough to be copied from paper, and nothing that anybody could guess."""

import re
import secrets

# Without vowels, which make words, and without what looks alike on paper.
ALPHABET = "23456789BCDFGHJKMNPQRTVWXYZ"
GROUPS, GROUP_LENGTH = 3, 4
LENGTH = GROUPS * GROUP_LENGTH  # 57 bits

# As people may type them.
LOOKALIKES = str.maketrans({"0": "Q", "O": "Q", "1": "7", "I": "7", "L": "7", "S": "5", "U": "V"})


def make_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _letter in range(LENGTH))


def readable(code: str) -> str:
    """In groups, as it is printed: K7QM-X2WB-9FTR."""
    return "-".join(code[start : start + GROUP_LENGTH] for start in range(0, LENGTH, GROUP_LENGTH))


def read_code(text: str) -> str:
    """The code that somebody typed, whatever stands between its letters; empty where it can be none."""
    code = re.sub(r"[^A-Z0-9]", "", text.upper()).translate(LOOKALIKES)
    is_one = len(code) == LENGTH and set(code) <= set(ALPHABET)
    return code if is_one else ""
