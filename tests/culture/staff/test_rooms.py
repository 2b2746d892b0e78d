"""Two in one room at one time: nothing is refused, and the editor is told who the other one is."""

from datetime import datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape

from culture import rooms
from culture.rooms import Use
from culture.sessions import LOCAL_TIME
from tests.factories.culture import make_class, make_event
from tests.factories.sites import home_locale, publish

from .forms import class_form

DAY = datetime(2026, 8, 9, tzinfo=LOCAL_TIME)


def use(title, start, end):
    return Use(title, DAY + timedelta(hours=start), DAY + timedelta(hours=end))


def test_a_room_is_the_same_in_any_spelling():
    assert rooms.room_key("Balai Desa", "Pendopo") == rooms.room_key(" balaidesa", "PENDOPO ")
    assert rooms.room_key("Balai desa", "") != rooms.room_key("Balai desa", "Pendopo")
    assert rooms.room_key(" ", "Pendopo") is None


def test_a_room_named_together_with_its_building_is_the_same_as_both_apart():
    assert rooms.room_key("Pendopo balai desa", "") == rooms.room_key("Balai desa", "Pendopo")
    assert rooms.room_key("Balai desa", "Aula") != rooms.room_key("Balai desa", "Pendopo")


def test_what_ends_when_the_next_begins_is_in_nobodys_way():
    assert not rooms.clashes([use("A", 9, 10)], [use("B", 10, 11), use("C", 8, 9)])


def test_each_other_one_is_named_once_with_its_first_time():
    others = [use("B", 33, 35), use("B", 9, 11), use("C", 9, 10)]
    found = rooms.clashes([use("A", 9, 10), use("A", 33, 34)], others)
    assert [(one.title, one.starts_at.day) for one in found] == [("B", 9), ("C", 9)]


def titles(found):
    return [one.title for one in found]


def test_a_class_finds_another_class_of_its_village_in_the_same_room(kemiren, other):
    page = make_class(kemiren, room="Pendopo")
    make_class(kemiren, "Membatik", room="pendopo ")
    make_class(kemiren, "Karawitan", room="Aula")
    make_class(kemiren, "Sore", room="Pendopo", starts_at=time(16), ends_at=time(17))
    make_class(other, "Desa lain", room="Pendopo")
    assert titles(rooms.clashes_of_class(page)) == ["Membatik"]


def test_a_cancelled_class_and_a_cancelled_session_leave_the_room_free(kemiren):
    page, second = make_class(kemiren), make_class(kemiren, "Membatik")
    second.sessions.update(state="cancelled")
    assert not rooms.clashes_of_class(page)
    second.sessions.update(state="planned")
    second.is_cancelled = True
    publish(second)
    assert not rooms.clashes_of_class(page)


def test_a_moved_session_is_where_it_was_moved_to(kemiren):
    page, second = make_class(kemiren), make_class(kemiren, "Membatik", starts_at=time(16), ends_at=time(17))
    first = page.sessions.first()
    assert not rooms.clashes_of_class(page)
    second.sessions.filter(pk=second.sessions.first().pk).update(
        starts_at=first.starts_at, ends_at=first.ends_at, state="moved"
    )
    assert titles(rooms.clashes_of_class(page)) == ["Membatik"]


def test_a_translation_is_not_in_the_way_of_its_own_class(kemiren):
    page = make_class(kemiren)
    publish(page.copy_for_translation(home_locale("en"), copy_parents=True))
    assert not rooms.clashes_of_class(page)


@pytest.mark.parametrize(
    ("values", "is_named"),
    [
        ({}, True),
        ({"room": ""}, False),
        ({"status": "cancelled"}, False),
        ({"is_all_day": True}, True),
        ({"room": "Aula"}, False),
    ],
)
def test_an_event_in_the_room_is_named_and_the_other_way_round(kemiren, values, is_named):
    page = make_class(kemiren, room="Pendopo")
    start = page.sessions.first().starts_at
    event = make_event(
        kemiren, "Rapat", **{"starts_at": start, "place": "Balai desa", "room": "Pendopo", **values}
    )
    assert titles(rooms.clashes_of_class(page)) == (["Rapat"] if is_named else [])
    assert titles(rooms.clashes_of_event(event)) == (["Tari Gandrung"] if is_named else [])


@pytest.mark.parametrize(
    ("of_class", "of_event"),
    [
        ({"place": "Pendopo balai desa"}, {"place": "Balai desa", "room": "Pendopo"}),
        ({"place": "Balai desa", "room": "Pendopo"}, {"place": "Pendopo balai desa"}),
    ],
)
def test_one_that_writes_the_room_into_the_place_is_in_the_way_all_the_same(kemiren, of_class, of_event):
    page = make_class(kemiren, **of_class)
    event = make_event(kemiren, "Rapat", starts_at=page.sessions.first().starts_at, **of_event)
    assert titles(rooms.clashes_of_class(page)) == ["Rapat"]
    assert titles(rooms.clashes_of_event(event)) == ["Tari Gandrung"]


def test_a_class_and_an_event_at_a_place_without_rooms_share_it(kemiren):
    page = make_class(kemiren, place="Pantai Boom")
    event = make_event(kemiren, "Rapat", starts_at=page.sessions.first().starts_at, place="Pantai Boom")
    assert not rooms.clashes_of_class(page)
    assert not rooms.clashes_of_event(event)


@pytest.mark.parametrize("button", [{}, {"action-publish": "1"}], ids=["draft", "published"])
def test_the_editor_reads_the_name_and_the_day_once_and_the_class_is_saved(admin, kemiren, button):
    page = make_class(kemiren)
    second = make_class(kemiren, "Membatik", starts_at=time(16), ends_at=time(17))
    form = class_form(second, starts_at="09:15", ends_at="10:00", **button)
    answer = admin.post(reverse("wagtailadmin_pages:edit", args=[second.pk]), form, follow=True)
    day = timezone.localtime(page.sessions.first().starts_at)
    warning = escape(f"“{page.title}”")
    assert sum(warning in str(escape(message)) for message in answer.context["messages"]) == 1
    assert any(date_format(day, "DATE_FORMAT") in str(message) for message in answer.context["messages"])
    second.refresh_from_db()
    assert second.get_latest_revision_as_object().starts_at == time(9, 15)


def test_the_editor_of_a_new_class_is_warned_too(admin, kemiren):
    page = make_class(kemiren)
    parent = page.get_parent()
    form = class_form(page, title="Baru", slug="baru")
    url = reverse("wagtailadmin_pages:add", args=["culture", "classpage", parent.pk])
    answer = admin.post(url, form, follow=True)
    assert any(page.title in str(message) for message in answer.context["messages"])
