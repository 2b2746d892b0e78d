"""Fetches letters that came back from a mailbox: a maildir or mbox on this machine, or one by IMAP.

A report that was understood is deleted, for it holds an address; whatever else lies there stays.
"""

import logging
import mailbox
from collections.abc import Callable
from email import message_from_bytes
from email.message import Message
from imaplib import IMAP4, IMAP4_SSL
from urllib.parse import SplitResult, unquote, urlsplit

logger = logging.getLogger(__name__)

# Understands a message; True when it is done with and may go.
Reader = Callable[[Message], bool]
TIMEOUT = 30
LOCAL = {"maildir": mailbox.Maildir, "mbox": mailbox.mbox}
REMOTE = {"imap": IMAP4, "imap+ssl": IMAP4_SSL}


class UnknownMailboxError(ValueError):
    """The address of the mailbox is of no kind that can be read."""


def read(address: str, reader: Reader) -> int:
    """Give each message of a mailbox to the reader; return how many were understood and deleted."""
    url = urlsplit(address)
    if url.scheme in LOCAL:
        return _read_local(LOCAL[url.scheme], url.path, reader)
    if url.scheme in REMOTE:
        return _read_remote(REMOTE[url.scheme], url, reader)
    raise UnknownMailboxError(
        "Write BOUNCE_MAILBOX like maildir:///path, mbox:///path or imap+ssl://user:password@host/INBOX."
    )


def _read_local(kind: type[mailbox.Mailbox], path: str, reader: Reader) -> int:
    box = kind(path, create=False)
    box.lock()
    try:
        done = [key for key, message in box.items() if _is_done_with(message, reader)]
        for key in done:
            box.remove(key)
        box.flush()
    finally:
        box.close()
    return len(done)


def _read_remote(kind: type[IMAP4], url: SplitResult, reader: Reader) -> int:
    done = 0
    with kind(url.hostname, *([url.port] if url.port else []), timeout=TIMEOUT) as server:
        server.login(unquote(url.username or ""), unquote(url.password or ""))
        server.select(unquote(url.path.strip("/")) or "INBOX")
        _status, (numbers,) = server.search(None, "UNSEEN")
        for number in (numbers or b"").decode().split():
            message = _fetched(server, number)
            understood = _is_done_with(message, reader) if message else None
            if understood is not None:
                # What is read but not understood is marked, so that it is looked at once.
                server.store(number, "+FLAGS", r"\Deleted" if understood else r"\Seen")
                done += understood
        server.expunge()
    return done


def _fetched(server: IMAP4, number: str) -> Message | None:
    """A message, not marked yet: it stays new until it has been read. None where the server gives none."""
    _status, answer = server.fetch(number, "(BODY.PEEK[])")
    # Between its parts the server may tell of other things; a message is the pair.
    found = next((part[1] for part in answer if isinstance(part, tuple)), None)
    return message_from_bytes(found) if found else None


def _is_done_with(message: Message, reader: Reader) -> bool | None:
    """Whether the reader has understood a message; None where reading it failed, and it is tried again."""
    try:
        return reader(message)
    except Exception as error:
        # Anybody may write to this mailbox: one odd message must not keep the others from being read.
        logger.warning("A returned letter can't be read (%s).", type(error).__name__)
        return None
