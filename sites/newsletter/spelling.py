"""Slips in the part behind the @: nearly the name of a mail service that many people use."""

from difflib import get_close_matches

OFTEN_MISSPELT = [
    "gmail.com",
    "yahoo.com",
    "yahoo.co.id",
    "hotmail.com",
    "outlook.com",
    "icloud.com",
    "live.com",
]
# As near to those as a slip, but right.
RIGHT = {"ymail.com", "mail.com", "email.com", "outlook.co.id", "yahoo.co.uk", "yahoo.co.in", "hotmail.co.id"}
RIGHT |= {
    "hotmail.co.uk",
    "rocketmail.com",
    "googlemail.com",
    "me.com",
    "gmx.com",
    "live.co.uk",
    "yahoo.co.jp",
}
NEAR = 0.85


def suggest(email: str) -> str | None:
    """Return the address that was probably meant, or None where nothing looks like a slip."""
    local, at, domain = email.strip().lower().rpartition("@")
    if not at or domain in RIGHT or domain in OFTEN_MISSPELT:
        return None
    near = get_close_matches(domain, OFTEN_MISSPELT, n=1, cutoff=NEAR)
    return f"{local}@{near[0]}" if near else None
