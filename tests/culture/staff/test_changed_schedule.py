"""A class with people in it that meets otherwise now: its editor reads that nobody has told them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from culture.recurrence import DAY_CODES
from tests.factories.culture import make_registration

from .forms import class_form


@pytest.fixture
def seated(page):
    return make_registration(page)


def send(client, page, button="action-publish", **values):
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(url, {**class_form(page, **values), button: "1"}, follow=True)


def warned(answer, page, desk):
    """Whether a message leads to where people are written to."""
    return any(desk("message", page) in str(message) for message in answer.context["messages"])


CHANGES = [
    {"recurrence_days": list(DAY_CODES)},
    {"starts_at": "08:30"},
    {"ends_at": "11:00"},
    {"term_to": f"{timezone.localdate() + timedelta(days=20):%Y-%m-%d}"},
    {"place": "Balai dusun"},
    {"room": "Pendopo"},
]


@pytest.mark.parametrize("values", CHANGES)
def test_other_days_hours_or_places_ask_the_editor_to_write_to_who_has_a_seat(
    admin, desk, page, seated, values
):
    assert warned(send(admin, page, **values), page, desk)


def test_a_draft_and_the_same_schedule_and_other_words_ask_for_nothing(admin, desk, page, seated):
    assert not warned(send(admin, page, button="save", starts_at="08:30"), page, desk)
    assert not warned(send(admin, page, summary="Kata lain", quota="9"), page, desk)


def test_a_draft_that_is_published_later_asks_then(admin, desk, page, seated):
    send(admin, page, button="save", starts_at="08:30")
    url = f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}"
    assert warned(admin.post(url, {"include_descendants": ""}, follow=True), page, desk)


def test_what_is_to_be_published_some_other_day_asks_for_nothing_yet(admin, desk, page, seated):
    later = f"{timezone.localtime() + timedelta(days=1):%Y-%m-%d %H:%M}"
    assert not warned(send(admin, page, starts_at="08:30", go_live_at=later), page, desk)
    page.refresh_from_db()
    assert f"{page.starts_at:%H:%M}" == "09:00"


def test_nobody_has_a_seat_so_nobody_is_to_be_written_to(admin, desk, page):
    assert not warned(send(admin, page, starts_at="08:30"), page, desk)


def test_a_cancelled_class_is_told_as_such_and_not_as_moved(admin, desk, page, seated):
    assert not warned(send(admin, page, starts_at="08:30", is_cancelled="on"), page, desk)


def test_portal_staff_are_warned_without_a_way_to_a_desk_that_is_not_theirs(staff, desk, page, seated):
    answer = send(staff, page, starts_at="08:30")
    assert any(
        page.title in str(message) and message.level_tag == "warning"
        for message in answer.context["messages"]
    )
    assert not warned(answer, page, desk)
