"""A process of its own for the tests of many at once: one fills a database, many send or guess, one looks."""

import json
import sys
from collections.abc import Callable
from threading import Barrier, Lock, Thread
from uuid import UUID

import django

HOST = "kemiren.localhost"
saying = Lock()


def fill() -> None:
    from tests.factories import services, sites

    sites.make_portal()
    services.make_service(sites.make_village(HOST, name="Kemiren"), asking="question")


def come(people: str, times: str) -> None:
    """Let each person send one and the same form several times, all at the same moment."""
    numbers = [number for number in range(int(people)) for _time in range(int(times))]
    start = Barrier(len(numbers))
    threads = [Thread(target=one, args=(number, start, sent)) for number in numbers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def guess(threads: str, times: str) -> None:
    """Let one connection try wrong codes from many threads."""
    start = Barrier(int(threads))
    for number in range(int(threads)):
        Thread(target=one, args=(number, start, guessed, int(times))).start()


def one(number: int, start: Barrier, act: Callable[[int], str], times: int = 1) -> None:
    from django.db import connection

    start.wait()
    for _time in range(times):
        tried(number, act)
    connection.close()


def tried(number: int, act: Callable[[int], str]) -> None:
    try:
        said = act(number)
    except Exception as error:
        # To be found among what was said; a thread ends without anybody noticing.
        said = f"{type(error).__name__}: {error}"
    with saying:
        print(number, said, flush=True)


def guessed(number: int) -> str:
    from django.test import Client

    from services.codes import make_code

    from .forms import address

    return str(Client(HTTP_HOST=HOST).get(address("request", make_code())).status_code)


def sent(number: int) -> str:
    """Where the answer leads; each person comes from an address of their own."""
    from django.test import Client

    from services.models import ServicePage
    from sites.models import Village

    from .forms import address, filled, opened, purpose_of, send

    village, service = Village.objects.get(), ServicePage.objects.get()
    seal = opened(purpose_of(village, "question", service), key=UUID(int=number))
    values = filled(village, service=service, seal=seal, email=f"p{number}@contoh.example")
    client = Client(HTTP_HOST=HOST, REMOTE_ADDR=f"10.0.0.{number}")
    answer = send(client, address("request_service", service.pk), values)
    return answer["Location"] if answer.status_code == 303 else f"refused: {answer.status_code}"


def look() -> None:
    from services.models import RequestEntry, RequestFigure, RequestLetter, ServiceRequest

    models = (ServiceRequest, RequestEntry, RequestFigure)
    found = {model.__name__: model.objects.count() for model in models}
    found["letters"] = RequestLetter.objects.filter(user=None).count()
    print(json.dumps(found))


if __name__ == "__main__":
    django.setup()
    {"fill": fill, "come": come, "guess": guess, "look": look}[sys.argv[1]](*sys.argv[2:])
