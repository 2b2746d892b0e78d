"""How a line of the log is written: without the keys that stand in addresses."""

import logging

# Parts of addresses that open what is for one person: codes of requests, private links of letters.
KEYS = ("code", "token")


class WithoutKeys(logging.Formatter):
    """Leaves them out of all that a line says, such as the address or the reason of an error."""

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        match = getattr(getattr(record, "request", None), "resolver_match", None)
        for name in KEYS if match else ():
            if key := str(match.kwargs.get(name) or ""):
                text = text.replace(key, "…")
        return text
