"""So many requests at once, so many that wait, and the others are told to come again."""

from threading import Event, Thread, current_thread

import pytest
from django.core.signals import request_finished
from django.db import close_old_connections
from django.http import HttpResponse, StreamingHttpResponse

from config import server, wsgi
from sites.waiting_room import WaitingRoom

pytestmark = pytest.mark.once


class Application:
    """Answers once `go` is set, and notes how many requests it has begun and ended."""

    def __init__(self):
        self.go, self.begun, self.threads, self.closed = Event(), [], set(), 0

    def __call__(self, environ, start_response):
        self.begun.append(environ["PATH_INFO"])
        self.threads.add(current_thread())
        self.go.wait()
        if environ["PATH_INFO"] == "/fault/":
            raise RuntimeError
        pieces = [b"one", b"two"]
        streams = environ["PATH_INFO"] == "/stream/"
        answer = StreamingHttpResponse(iter(pieces)) if streams else HttpResponse(b"".join(pieces))
        start_response("200 OK", list(answer.items()))
        answer._resource_closers.append(self.close)
        return answer

    def close(self):
        self.closed += 1


@pytest.fixture
def application():
    application = Application()
    yield application
    application.go.set()


@pytest.fixture
def ask(rf):
    """A function: ask a room for a path, without a database; the status, headers and answer."""

    def ask(room, path="/", **headers):
        said = []
        answer = room(rf.get(path, headers=headers).environ, lambda *status: said.extend(status))
        return said[0], dict(said[1]), answer

    request_finished.disconnect(close_old_connections)
    yield ask
    request_finished.connect(close_old_connections)


@pytest.fixture
def in_background(application):
    """A function: call something in a thread that is waited for at the end."""
    threads = []

    def start(act):
        threads.append(Thread(target=act))
        threads[-1].start()
        return threads[-1]

    yield start
    application.go.set()
    for thread in threads:
        thread.join()


def until(fact):
    pause = Event()
    while not fact():
        pause.wait(0.01)


def seats_taken(room) -> bool:
    if room.seats.acquire(blocking=False):
        room.seats.release()
        return False
    return True


def test_an_answer_comes_in_one_piece_and_its_seat_is_free_again(application, ask):
    application.go.set()
    room = WaitingRoom(application, threads=1, seats=1, patience=None)
    for _twice in range(2):
        assert ask(room)[2] == [b"onetwo"]
    assert application.closed == 2


def test_the_application_works_in_no_more_threads_than_it_was_given(application, ask, in_background):
    room, answers = WaitingRoom(application, threads=1, seats=2, patience=None), []
    for _both in range(2):
        in_background(lambda: answers.append(ask(room)))
    until(lambda: seats_taken(room) and application.begun)
    assert application.begun == ["/"]
    application.go.set()
    until(lambda: len(answers) == 2)
    assert [status for status, *_rest in answers] == ["200 OK", "200 OK"]
    assert len(application.threads) == 1


def test_who_finds_no_seat_is_told_at_once_in_both_languages_to_come_again(application, ask, in_background):
    room = WaitingRoom(application, threads=1, seats=2, patience=None)
    for _both in range(2):
        in_background(lambda: ask(room))
    until(lambda: seats_taken(room) and application.begun)
    status, headers, [body] = ask(room, Accept="text/html")
    assert status == "503 Service Unavailable"
    assert headers["Retry-After"] == "5" and headers["Cache-Control"] == "no-store"
    assert "sedang ramai" in body.decode() and "very busy" in body.decode()
    assert ask(room, Accept="application/json")[2] == [b"503 Service Unavailable\n"]
    assert application.begun == ["/"]


def test_who_has_waited_too_long_is_told_so_and_leaves_the_seat(application, ask, in_background):
    room = WaitingRoom(application, threads=1, seats=2, patience=None)
    in_background(lambda: ask(room))
    until(lambda: application.begun)
    room.patience = 0
    assert ask(room, "/late/")[0] == "503 Service Unavailable"
    assert not seats_taken(room)
    application.go.set()
    assert application.begun == ["/"]


def test_an_answer_in_pieces_keeps_its_seat_until_it_is_closed(application, ask):
    application.go.set()
    room = WaitingRoom(application, threads=1, seats=1, patience=None)
    _status, _headers, stream = ask(room, "/stream/")
    assert ask(room)[0] == "503 Service Unavailable"
    assert list(stream) == [b"one", b"two"]
    stream.close()
    assert application.closed == 1
    assert ask(room)[0] == "200 OK"


def test_an_application_that_fails_leaves_its_seat(application, ask):
    application.go.set()
    room = WaitingRoom(application, threads=1, seats=1, patience=None)
    for _twice in range(2):
        with pytest.raises(RuntimeError):
            ask(room, "/fault/")


def test_the_server_has_a_thread_to_spare_for_whoever_is_refused():
    assert isinstance(wsgi.application.django, WaitingRoom)
    made = server.server("127.0.0.1", 8001)
    assert made.blocking_threads > server.seats() >= server.threads()
