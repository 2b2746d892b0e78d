"""Processes of their own for the tests of crowds: one fills a database, some register, one looks.

Each person has the same name and the same form whenever a process is started again.
"""

import json
import sys
from threading import Barrier, Lock, Thread
from uuid import UUID

import django

HOST = "kemiren.localhost"
saying = Lock()


def fill(quota: str) -> None:
    from tests.factories import culture, sites

    sites.make_portal()
    culture.make_class(sites.make_village(HOST, name="Kemiren"), quota=int(quota))


def come(first: str, last: str, way: str) -> None:
    """Register people of these numbers, all at the same moment, and say of each when it is confirmed."""
    numbers = range(int(first), int(last))
    start = Barrier(len(numbers))
    ways = {"http": by_http, "function": by_function}
    threads = [Thread(target=one, args=(ways[way], number, start)) for number in numbers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def one(way, number: int, start: Barrier) -> None:
    from django.db import connection

    page = the_class()
    start.wait()
    try:
        said = way(page, number)
    except Exception as error:
        # To be found among what was said; a thread ends without anybody noticing.
        said = f"{type(error).__name__}: {error}"
    with saying:
        print(number, said, flush=True)
    connection.close()


def by_function(page, number: int) -> str:
    from culture.registering import seats

    person = seats.Person(name_of(number), "adult", "id", email=f"p{number}@contoh.example")
    return str(seats.register(page, person, UUID(int=number)).pk)


def by_http(page, number: int) -> str:
    from django.test import Client

    from tests.culture.forms import opened, send

    client = Client(HTTP_HOST=HOST, REMOTE_ADDR=f"10.0.{number // 250}.{number % 250}")
    values = {"name": name_of(number), "email": f"p{number}@contoh.example"}
    answer = send(client, page, seal=opened(page, key=UUID(int=number)), **values)
    return answer["Location"].split("/")[3].split(".")[0] if answer.status_code == 303 else "refused"


def name_of(number: int) -> str:
    return "Orang " + "".join("abcdefghij"[int(digit)] for digit in str(number))


def the_class():
    from culture.models import ClassPage

    return ClassPage.objects.get()


def look() -> None:
    from django_tasks_db.models import DBTaskResult

    columns = ("pk", "number", "name", "state")
    registrations = list(the_class().registrations.order_by("number").values_list(*columns))
    print(json.dumps({"registrations": registrations, "letters": DBTaskResult.objects.count()}))


if __name__ == "__main__":
    django.setup()
    {"fill": fill, "come": come, "look": look}[sys.argv[1]](*sys.argv[2:])
