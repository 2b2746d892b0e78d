"""A process of its own for the test of a crowd: many threads send one quiz, and what is kept is told."""

import json
import sys
from threading import Barrier, Thread
from uuid import UUID

import django

KEY = UUID(int=11)


def run(people: int) -> dict:
    from django.db import connection

    from learning.models import Attempt, Milestone
    from tests.factories import sites
    from tests.factories.learning import make_course, right_answers

    from .forms import HOST, send

    sites.make_portal()
    course = make_course(sites.make_village(HOST, name="Kemiren"), kinds=("single", "short"))
    answers, start, said = right_answers("single", "short"), Barrier(people), []

    def one() -> None:
        try:
            start.wait()
            answer = send(course, answers, KEY)
            said.append([answer.status_code, "100 persen" in answer.text or "100 percent" in answer.text])
        finally:
            connection.close()

    threads = [Thread(target=one) for _person in range(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kinds = sorted(Milestone.objects.values_list("kind", flat=True))
    return {"said": said, "attempts": Attempt.objects.count(), "milestones": kinds}


if __name__ == "__main__":
    django.setup()
    print(json.dumps(run(int(sys.argv[1]))))
