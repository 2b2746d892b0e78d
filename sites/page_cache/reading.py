"""Who reads: views are counted of people who open a page, not of machines, previews or editors."""

import re
from collections.abc import Mapping
from functools import lru_cache

MACHINES = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|preview|facebookexternalhit|whatsapp/|curl/|wget/|python", re.I
)
# Characters of a browser's name that are looked at and remembered.
MOST_NAMED = 400


@lru_cache(maxsize=512)
def is_machine(agent: str) -> bool:
    return MACHINES.search(agent) is not None


def is_reader(environ: Mapping) -> bool:
    """Whether somebody opens a page to read it; a browser that only loads ahead does not."""
    purpose = environ.get("HTTP_SEC_PURPOSE", "") + environ.get("HTTP_PURPOSE", "")
    return (
        environ["REQUEST_METHOD"] == "GET"
        and "prefetch" not in purpose
        and not is_machine(environ.get("HTTP_USER_AGENT", "")[:MOST_NAMED])
    )
