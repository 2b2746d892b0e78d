"""Seats and the waiting list of a class."""

from uuid import uuid4

import pytest

from culture.registering import seats
from culture.registering.seats import AlreadyRegisteredError, Person, RegistrationClosedError
from tests.factories.culture import make_class, make_registration
from tests.factories.sites import publish


def states(page):
    return list(page.registrations.order_by("number").values_list("state", flat=True))


def test_who_comes_after_the_last_seat_waits_in_the_order_of_arrival(kemiren):
    page = make_class(kemiren, quota=2)
    for _number in range(4):
        make_registration(page)
    assert states(page) == ["seated", "seated", "waiting", "waiting"]


def test_a_cancelled_seat_goes_to_who_waits_first_and_they_are_told(kemiren):
    page = make_class(kemiren, quota=1)
    first, second, third = (make_registration(page) for _number in range(3))
    assert seats.cancel(first) == [second]
    assert states(page) == ["cancelled", "seated", "waiting"]
    assert [(n.registration, n.kind) for n in second.notices.all()] == [(second, "seated")]
    assert not third.notices.exists()


def test_cancelling_twice_gives_one_seat_away(kemiren):
    page = make_class(kemiren, quota=1)
    first, _second, _third = (make_registration(page) for _number in range(3))
    seats.cancel(first)
    assert seats.cancel(first) == []
    assert states(page) == ["cancelled", "seated", "waiting"]


def test_the_same_form_sent_twice_registers_once(kemiren):
    page, key = make_class(kemiren), uuid4()
    person = Person("Wulan", "adult", "id", email="wulan@contoh.example")
    assert seats.register(page, person, key) == seats.register(page, person, key)
    assert states(page) == ["seated"]


def test_a_form_that_a_proxy_handed_to_two_people_registers_both(kemiren):
    page, key = make_class(kemiren), uuid4()
    for name in ("Wulan", "Sekar"):
        seats.register(page, Person(name, "adult", "id", email=f"{name}@contoh.example"), key)
    assert states(page) == ["seated", "seated"]


def test_the_same_person_twice_is_told_so(kemiren):
    page = make_class(kemiren)
    known = make_registration(page, "Wulan Sari", email="wulan@contoh.example")
    with pytest.raises(AlreadyRegisteredError) as found:
        make_registration(page, "  wulan  SARI", email="Wulan@contoh.example")
    assert found.value.registration == known


def test_the_same_name_with_one_contact_more_is_the_same_person(kemiren):
    page = make_class(kemiren)
    make_registration(page, "Wulan", whatsapp="+6281200000001")
    with pytest.raises(AlreadyRegisteredError):
        make_registration(page, "wulan", whatsapp="+6281200000001", email="wulan@contoh.example")
    make_registration(page, "Sekar", whatsapp="+6281200000001")
    assert page.registrations.count() == 2


def test_who_has_cancelled_may_register_again(kemiren):
    page = make_class(kemiren)
    seats.cancel(make_registration(page, "Wulan", email="wulan@contoh.example"))
    make_registration(page, "Wulan", email="wulan@contoh.example")
    assert states(page) == ["cancelled", "seated"]


def test_a_full_class_without_a_waiting_list_takes_nobody(kemiren):
    page = make_class(kemiren, quota=1, has_waiting_list=False)
    make_registration(page)
    with pytest.raises(RegistrationClosedError) as found:
        make_registration(page)
    assert found.value.state == "full"


def test_a_higher_quota_gives_seats_to_those_who_wait(kemiren):
    page = make_class(kemiren, quota=1)
    for _number in range(4):
        make_registration(page)
    page.quota = 3
    publish(page)
    assert states(page) == ["seated", "seated", "seated", "waiting"]


def test_staff_may_put_somebody_at_the_head_of_the_waiting_list(kemiren):
    page = make_class(kemiren, quota=1)
    first, _second, third = (make_registration(page) for _number in range(3))
    seats.move_up(third)
    assert seats.cancel(first) == [third]


def test_a_cancelled_class_gives_no_seats_away(kemiren):
    page = make_class(kemiren, quota=1)
    first, second = make_registration(page), make_registration(page)
    page.is_cancelled = True
    publish(page)
    assert seats.cancel(first) == []
    second.refresh_from_db()
    assert second.is_waiting
