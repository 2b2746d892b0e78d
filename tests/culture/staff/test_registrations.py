"""The list of a class: filters, finding somebody, moving up, cancelling, erasing, registering by hand."""

from urllib.parse import unquote
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from culture.models import Registration
from culture.staff.registrations import state_text
from tests.factories.culture import make_class, make_registration
from tests.factories.sites import publish


def names_in(text, *names):
    return [name for name in sorted(names, key=text.find) if name in text]


def test_the_list_of_classes_says_what_there_is_to_do(admin, page):
    for _number in range(3):
        make_registration(page)
    page.registrations.first().notices.create(kind="message")
    text = " ".join(admin.get(reverse("class_desk:index")).text.split())
    assert "2/2" in text
    for label in ("Waiting", "Menunggu"):
        if f"{label}: </span>" in text:
            assert f"{label}: </span>1" in text


def test_a_class_that_is_over_stands_in_the_other_list(admin, kemiren, page):
    past = make_class(kemiren, "Membatik", term_from=timezone.localdate().replace(year=2020, day=1))
    past.term_to = past.term_from
    publish(past)
    index = reverse("class_desk:index")
    assert past.title not in admin.get(index).text
    over = admin.get(f"{index}?show=over").text
    assert past.title in over and page.title not in over


def test_who_waits_stands_below_who_has_a_seat_in_the_order_of_the_waiting_list(admin, desk, page):
    for name in ("Ayu", "Budi", "Citra", "Dewi"):
        make_registration(page, name)
    text = admin.get(desk("registrations", page)).text
    assert names_in(text, "Ayu", "Budi", "Citra", "Dewi") == ["Ayu", "Budi", "Citra", "Dewi"]
    admin.post(desk("move_up", page, Registration.objects.get(name="Dewi")))
    text = admin.get(desk("registrations", page)).text
    assert names_in(text, "Ayu", "Budi", "Citra", "Dewi") == ["Ayu", "Budi", "Dewi", "Citra"]


def test_the_list_says_in_which_place_each_one_waits(admin, desk, page):
    people = [make_registration(page, name) for name in ("Ayu", "Budi", "Citra", "Dewi")]

    def places(query=""):
        answer = admin.get(f"{desk('registrations', page)}?{query}")
        return [(row.name, row.queue_place) for row in answer.context["object_list"]]

    assert places() == [("Ayu", None), ("Budi", None), ("Citra", 1), ("Dewi", 2)]
    admin.post(desk("move_up", page, people[3]))
    assert places("state=waiting&age=adult") == [("Dewi", 1), ("Citra", 2)]
    assert state_text(page.registrations.with_queue_place().get(pk=people[2].pk)).endswith(" 2")


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("state=waiting", ["Citra"]),
        ("age=child", ["Budi"]),
        ("state=seated&age=adult", ["Ayu"]),
        ("age=x", None),
    ],
)
def test_the_list_is_narrowed_by_state_and_age(admin, desk, page, query, left):
    make_registration(page, "Ayu")
    make_registration(page, "Budi", age_group="child", guardian_name="Bu Rini")
    make_registration(page, "Citra")
    text = admin.get(f"{desk('registrations', page)}?{query}").text
    assert names_in(text, "Ayu", "Budi", "Citra") == (left or ["Ayu", "Budi", "Citra"])


@pytest.mark.parametrize("spelling", ["{name}", "{code}", "{bare}", " {small} "])
def test_somebody_is_found_by_name_or_code_without_naming_them_in_the_address(admin, desk, page, spelling):
    found = make_registration(page, "Sri Wahyuni")
    make_registration(page, "Ayu")
    bare = found.code.replace("-", "")
    words = spelling.format(name="wahyuni", code=found.code, bare=bare, small=bare.lower())
    answer = admin.post(desk("registrations", page), {"words": words})
    assert answer.status_code == 200
    assert names_in(answer.text, "Sri Wahyuni", "Ayu") == ["Sri Wahyuni"]


def test_a_search_in_the_address_is_not_listened_to(admin, desk, page):
    make_registration(page, "Sri Wahyuni")
    make_registration(page, "Ayu")
    assert "Sri Wahyuni" in admin.get(f"{desk('registrations', page)}?q=ayu&words=ayu").text


def test_the_guardian_of_a_child_is_shown(admin, desk, page):
    make_registration(page, "Budi", age_group="child", guardian_name="Bu Rini")
    assert "Bu Rini" in admin.get(desk("registrations", page)).text


def test_a_longer_list_costs_no_more_queries(admin, desk, kemiren):
    page = make_class(kemiren, quota=40)

    def cost():
        with CaptureQueriesContext(connection) as captured:
            admin.get(desk("registrations", page))
            admin.get(reverse("class_desk:index"))
        return len(captured)

    make_registration(page)
    cost()
    before = cost()
    for _number in range(20):
        make_registration(page)
    make_class(kemiren, "Kelas kedua")
    assert cost() == before


def test_cancelling_asks_first_tells_the_person_and_gives_the_seat_on(admin, desk, page):
    first = make_registration(page, email="ayu@contoh.example")
    make_registration(page)
    third = make_registration(page)
    assert first.name in admin.get(desk("take_out", page, first)).text
    first.refresh_from_db()
    assert first.has_seat
    for _time in range(2):
        admin.post(desk("take_out", page, first))
    first.refresh_from_db()
    third.refresh_from_db()
    assert (first.is_cancelled, third.has_seat) == (True, True)
    assert [notice.kind for notice in first.notices.all()] == ["registered", "cancelled"]


def test_the_address_of_an_act_does_nothing_when_it_is_only_opened(admin, desk, page):
    for _number in range(4):
        last = make_registration(page)
    assert admin.get(desk("move_up", page, last)).status_code == 302
    last.refresh_from_db()
    assert last.rank == 0


def test_erasing_leaves_numbers_and_gives_the_seat_on(admin, desk, page):
    first, _second, third = (make_registration(page) for _number in range(3))
    admin.get(desk("erase", page, first))
    assert Registration.objects.filter(pk=first.pk).exists()
    admin.post(desk("erase", page, first))
    assert not Registration.objects.filter(pk=first.pk).exists()
    third.refresh_from_db()
    assert third.has_seat
    assert (page.figures.registered, page.figures.seated) == (1, 1)
    assert admin.post(desk("erase", page, first)).status_code == 404


def test_a_persons_data_is_handed_out_in_their_language(admin, desk, page, today_session):
    guest = make_registration(page, "Jane Doe", language="en", email="jane@contoh.example")
    guest.attendances.create(session=today_session, was_there=True)
    answer = admin.get(desk("person_data", page, guest))
    text = answer.content.decode()
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    for part in ("Jane Doe", guest.code, "jane@contoh.example", "Has a seat", "was there"):
        assert part in text, part


FORM = {
    "name": "Mbah Sumi",
    "age_group": "senior",
    "whatsapp": "081234567890",
    "language": "id",
    "agreed": "on",
}


def by_hand(**values):
    return {**FORM, "form_key": str(uuid4()), **values}


def test_somebody_without_a_telephone_of_their_own_is_registered_at_the_office(admin, desk, page):
    admin.get(desk("by_hand", page))
    form = by_hand()
    for _tap in range(2):
        admin.post(desk("by_hand", page), form)
    found = page.registrations.get()
    assert (found.name, str(found.whatsapp), found.has_seat) == ("Mbah Sumi", "+6281234567890", True)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"agreed": ""}, "agreed"),
        ({"whatsapp": ""}, "whatsapp"),
        ({"whatsapp": "12"}, "whatsapp"),
        ({"whatsapp": "", "email": "bukan"}, "email"),
        ({"age_group": "child"}, "guardian_name"),
        ({"name": "A"}, "name"),
        ({"name": "A" * 81}, "name"),
        ({"age_group": ""}, "age_group"),
    ],
)
def test_the_form_by_hand_comes_back_filled_in_and_says_what_is_wrong(admin, desk, page, values, field):
    answer = admin.post(desk("by_hand", page), by_hand(**values))
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {field}
    assert not page.registrations.exists()


def test_the_same_person_twice_is_named_by_the_code(admin, desk, page):
    known = make_registration(page, "Mbah Sumi", whatsapp="+6281234567890")
    answer = admin.post(desk("by_hand", page), by_hand())
    assert known.code in answer.text
    assert page.registrations.count() == 1


def test_nobody_is_registered_by_hand_for_a_class_that_is_cancelled(admin, desk, page):
    page.is_cancelled = True
    publish(page)
    answer = admin.post(desk("by_hand", page), by_hand())
    assert answer.context["form"].non_field_errors()
    assert "Mbah Sumi" in answer.text
    assert not page.registrations.exists()


def test_a_guardian_is_kept_for_children_only(admin, desk, page):
    admin.post(desk("by_hand", page), by_hand(guardian_name="Bu Rini"))
    assert page.registrations.get().guardian_name == ""


def test_no_name_stands_in_an_address_of_the_desk(admin, desk, page):
    make_registration(page, "Sri Wahyuni")
    text = unquote(admin.get(desk("registrations", page)).text)
    assert "Wahyuni=" not in text and "=Sri" not in text
