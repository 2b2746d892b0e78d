"""How many requests the application works on at once, how many wait, and what the others are told.

Without it they pile up while the database is slow: each waits longer than the one before, and what needs no
database waits with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import BoundedSemaphore

from django.core.handlers.wsgi import WSGIRequest
from django.http.response import HttpResponseBase

from sites.outage import outage_page
from sites.security import PUBLIC_POLICY

PATIENCE_SECONDS = 10
RETRY_SECONDS = 5


class WaitingRoom:
    """Stands around Django's WSGI application, and gives it threads of its own.

    Each of them keeps a connection to the database, so their number is that of connections, too. A request
    waits for one of them for ten seconds at most; who finds no seat is told at once to come again.
    """

    def __init__(
        self,
        application: Callable[..., HttpResponseBase],
        threads: int,
        seats: int,
        patience: float | None = PATIENCE_SECONDS,
    ):
        """`seats` counts who waits and who is being answered; `patience` is in seconds, None has no end."""
        self.application, self.patience = application, patience
        self.threads, self.seats = ThreadPoolExecutor(threads, "application"), BoundedSemaphore(seats)

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        if not self.seats.acquire(blocking=False):
            return refuse(environ, start_response)
        answer = None
        try:
            answer = self.wait_for(self.threads.submit(self.answer, environ, start_response))
        finally:
            if not isinstance(answer, Stream):
                self.seats.release()
        return refuse(environ, start_response) if answer is None else answer

    def wait_for(self, work: Future) -> Iterable[bytes] | None:
        """The answer, or None where no thread had taken it up in time."""
        try:
            return work.result(self.patience)
        except TimeoutError:
            return None if work.cancel() else work.result()

    def answer(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        answer = self.application(environ, start_response)
        if answer.streaming:
            return Stream(answer, self.seats.release)
        try:
            return [answer.content]
        finally:
            answer.close()


class Stream:
    """An answer in pieces; it keeps its seat until it is sent or its reader has gone."""

    def __init__(self, answer: HttpResponseBase, leave: Callable[[], None]):
        self.answer, self.leave = answer, leave

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.answer)

    def close(self) -> None:
        try:
            self.answer.close()
        finally:
            self.leave()


def refuse(environ: dict, start_response: Callable) -> list[bytes]:
    """Answer 503 with a page that says so, or with one line to programs."""
    answer = outage_page(WSGIRequest(environ), "busy.html", 503)
    answer.headers["Retry-After"] = str(RETRY_SECONDS)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Content-Length"] = str(len(answer.content))
    answer.headers["Content-Security-Policy"] = PUBLIC_POLICY
    answer.headers["X-Content-Type-Options"] = "nosniff"
    start_response(f"503 {answer.reason_phrase}", list(answer.items()))
    return [answer.content]
