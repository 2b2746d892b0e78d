"""Fetches letters that came back from a mailbox: a maildir or mbox on this machine, or one by IMAP.

A report that was understood is deleted, for it holds an address; whatever else lies there stays.
"""

import mailbox
from collections.abc import Callable
from email import message_from_bytes
from email.message import Message
from imaplib import IMAP4, IMAP4_SSL
from urllib.parse import SplitResult, unquote, urlsplit

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
        done = [key for key, message in box.items() if reader(message)]
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
        for number in numbers.split():
            # Fetching marks it as seen, so that what is not understood is looked at once.
            _status, answer = server.fetch(number.decode(), "(RFC822)")
            if reader(message_from_bytes(answer[0][1])):
                server.store(number.decode(), "+FLAGS", r"\Deleted")
                done += 1
        server.expunge()
    return done
