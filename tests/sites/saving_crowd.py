"""A process of its own for the test of saves at once: it fills a database, publishes amid autosaves."""

import sys
from threading import Barrier, Thread

import django

DRAFTS = 8
HOST = "kemiren.localhost"


def fill() -> None:
    from tests.factories import sites

    sites.make_portal()
    village = sites.make_village(HOST, name="Kemiren")
    sites.make_person(village)
    for number in range(DRAFTS):
        page = sites.make_page(village, f"Rencana {number}", live=False)
        page.save_revision()


def come() -> None:
    """Publish each draft while the editor saves it by itself; say what each was answered."""
    from sites.models import StandardPage

    for page in StandardPage.objects.filter(title__startswith="Rencana"):
        start = Barrier(2)
        threads = [Thread(target=send, args=(page, start, by_itself)) for by_itself in (True, False)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


def send(page, start: Barrier, by_itself: bool) -> None:
    from django.contrib.auth import get_user_model
    from django.db import connection
    from django.test import Client
    from django.urls import reverse

    from tests.isolation.writes import standard_form

    client = Client(HTTP_HOST=HOST)
    client.force_login(get_user_model().objects.get())
    latest = page.get_latest_revision()
    data = {**standard_form(title=page.title, slug=page.slug), "loaded_revision_id": latest.pk}
    data |= {"loaded_revision_created_at": latest.created_at.isoformat()}
    if not by_itself:
        data |= {"action-publish": "1"}
    headers = {"accept": "application/json"} if by_itself else {}
    start.wait()
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data, headers=headers)
    print("by itself" if by_itself else "published", answer.status_code, flush=True)
    connection.close()


def look() -> None:
    from sites.models import StandardPage

    print(StandardPage.objects.filter(title__startswith="Rencana", live=True).count())


if __name__ == "__main__":
    django.setup()
    {"fill": fill, "come": come, "look": look}[sys.argv[1]]()
