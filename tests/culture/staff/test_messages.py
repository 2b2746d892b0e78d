"""A message to all, and a class that is cancelled as a whole."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from culture.models import ClassMessage, Notice
from culture.staff.whatsapp import link_to_tell, text_to_tell
from tests.culture.queue import letters
from tests.factories.culture import make_registration
from tests.factories.sites import publish

KEMIREN = "Desa Kemiren"


@pytest.fixture
def people(page):
    return [
        make_registration(page, "Ayu", email="ayu@contoh.example"),
        make_registration(page, "Budi"),
        make_registration(page, "Citra"),
    ]


def told(kind):
    return sorted(Notice.objects.filter(kind=kind).values_list("registration__name", flat=True))


@pytest.mark.parametrize(
    ("recipients", "names"),
    [
        ("seated", ["Ayu", "Budi"]),
        ("waiting", ["Citra"]),
        ("seated,waiting", ["Ayu", "Budi", "Citra"]),
    ],
)
def test_a_message_goes_once_to_whom_it_was_written(admin, desk, page, people, recipients, names):
    form = {"recipients": recipients, "text": "Bawa selendang 100% katun", "form_key": str(uuid4())}
    for _tap in range(2):
        admin.post(desk("message", page), form)
    assert told("message") == names
    assert ClassMessage.objects.get().text == "Bawa selendang 100% katun"


@pytest.mark.parametrize(
    "values", [{"text": ""}, {"text": "x" * 1001}, {"recipients": "cancelled"}, {"form_key": "x"}]
)
def test_a_message_without_words_or_readers_is_not_sent(admin, desk, page, people, values):
    form = {"recipients": "seated", "text": "Halo", "form_key": str(uuid4()), **values}
    assert admin.post(desk("message", page), form).context["form"].errors
    assert not ClassMessage.objects.exists()


def test_a_message_to_nobody_is_not_kept(admin, desk, page):
    form = {"recipients": "waiting", "text": "Halo", "form_key": str(uuid4())}
    admin.post(desk("message", page), form)
    assert not ClassMessage.objects.exists()


def test_the_link_of_whatsapp_carries_the_words_as_they_were_written(admin, desk, page, people):
    text = "Bawa 100% & selendang?\nPukul 9"
    admin.post(desk("message", page), {"recipients": "seated", "text": text, "form_key": str(uuid4())})
    notice = people[1].notices.get()
    assert text in text_to_tell(notice, KEMIREN, page)
    link = link_to_tell(notice, KEMIREN, page)
    assert link.startswith("https://wa.me/62812") and "100%25%20%26" in link


@pytest.mark.parametrize("kind", ["registered", "seated", "cancelled", "session", "class", "message"])
def test_each_text_begins_with_who_writes(page, people, kind):
    session = page.sessions.first() if kind == "session" else None
    notice = people[1].notices.create(kind=kind, session=session)
    assert text_to_tell(notice, KEMIREN, page).startswith("Desa Kemiren: ")


def test_the_list_names_the_village_in_each_text_without_asking_for_it_again(admin, desk, page, people):
    def cost():
        with CaptureQueriesContext(connection) as captured:
            text = admin.get(desk("notices", page)).text
        return len(captured), text.count("?text=Desa%20Kemiren%3A%20")

    people[1].notices.create(kind="seated")
    cost()
    queries, texts = cost()
    for _number in range(5):
        people[2].notices.create(kind="seated")
    assert (texts, cost()) == (1, (queries, 6))


def test_who_is_out_has_nothing_left_to_hear_but_that(admin, desk, page, people):
    admin.post(desk("message", page), {"recipients": "seated", "text": "Halo", "form_key": str(uuid4())})
    admin.post(desk("take_out", page, people[1]))
    assert [notice.kind for notice in Notice.objects.for_staff().filter(registration=people[1])] == [
        "cancelled"
    ]


def cancel(page):
    page.is_cancelled, page.cancel_reason = True, "Pelatih sakit"
    return publish(page)


def test_all_are_told_once_that_the_class_is_cancelled_however_often_it_is_published(page, people):
    page = cancel(page)
    publish(page)
    assert told("class") == ["Ayu", "Budi", "Citra"]
    assert "Pelatih sakit" in text_to_tell(
        Notice.objects.get(kind="class", registration__name="Budi"), KEMIREN, page
    )


def test_who_had_cancelled_before_is_not_told(admin, desk, page, people):
    admin.post(desk("take_out", page, people[0]))
    cancel(page)
    assert told("class") == ["Budi", "Citra"]


def test_a_class_that_takes_place_after_all_says_so_to_who_heard_otherwise(page, people):
    page = cancel(page)
    letters()
    page.is_cancelled = False
    page = publish(page)
    # Who would have been told on WhatsApp has heard nothing yet, and hears nothing now.
    assert told("class") == []
    assert told("message") == ["Ayu"]
    cancel(page)
    assert told("class") == ["Ayu", "Budi", "Citra"]
