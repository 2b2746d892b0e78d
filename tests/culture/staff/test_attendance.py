"""Who came: ticked on a phone, put right later, and on paper."""

import pytest

from culture.models import ClassSession
from tests.factories.culture import make_registration
from tests.factories.sites import publish


@pytest.fixture
def people(page):
    return [make_registration(page, name) for name in ("Ayu", "Budi", "Citra")]


def keys(*people):
    return [person.pk for person in people]


def came(session):
    session.refresh_from_db()
    rows = session.attendances.filter(was_there=True).values_list("registration__name", flat=True)
    return sorted(rows), session.attended


def test_all_ticks_are_saved_at_once_and_can_be_put_right(admin, desk, page, today_session, people):
    ayu, budi, _waiting = people
    address = desk("attendance", page, today_session)
    admin.post(address, {"listed": keys(ayu, budi), "there": keys(ayu)})
    assert came(today_session) == (["Ayu"], 1)
    assert admin.get(address).text.count(" checked") == 1
    admin.post(address, {"listed": keys(ayu, budi), "there": keys(budi)})
    assert came(today_session) == (["Budi"], 1)
    admin.post(address, {"listed": keys(ayu, budi)})
    assert came(today_session) == ([], 0)


def test_who_waits_is_not_on_the_form(admin, desk, page, today_session, people):
    text = admin.get(desk("attendance", page, today_session)).text
    assert "Ayu" in text and "Citra" not in text


def test_forged_keys_change_nothing(admin, desk, page, today_session, people):
    admin.post(
        desk("attendance", page, today_session), {"listed": ["x", "-1", "999999"], "there": ["999999"]}
    )
    assert came(today_session) == ([], 0)


def test_somebody_who_was_not_on_the_form_is_not_noted(admin, desk, page, today_session, people):
    ayu, budi, _waiting = people
    admin.post(desk("attendance", page, today_session), {"listed": keys(ayu), "there": keys(ayu, budi)})
    assert came(today_session) == (["Ayu"], 1)
    assert not budi.attendances.exists()


@pytest.mark.parametrize("why", ["future", "cancelled"])
def test_there_is_no_attendance_of_what_has_not_taken_place(admin, desk, page, today_session, people, why):
    session = today_session if why == "cancelled" else page.sessions.last()
    if why == "cancelled":
        ClassSession.objects.filter(pk=session.pk).update(state="cancelled")
    for method in (admin.get, admin.post):
        assert method(desk("attendance", page, session)).status_code == 404


def test_the_count_keeps_those_whose_names_are_erased(admin, desk, page, today_session, people):
    ayu, budi, _waiting = people
    address = desk("attendance", page, today_session)
    admin.post(address, {"listed": keys(ayu, budi), "there": keys(ayu, budi)})
    admin.post(desk("erase", page, ayu))
    admin.post(address, {"listed": keys(budi), "there": keys(budi)})
    assert came(today_session) == (["Budi"], 2)


def test_the_sheet_of_paper_has_names_codes_and_boxes_and_no_contact(admin, desk, page, people):
    seated = make_registration(page, "Dewi", email="dewi@contoh.example")
    page.registrations.filter(pk=seated.pk).update(state="seated")
    text = admin.get(desk("sheet", page)).text
    assert "Ayu" in text and people[0].code in text
    assert "Citra" not in text
    assert text.count("<td></td>") == 3 * 8
    assert "@contoh" not in text and "+62" not in text and "0812" not in text


def test_the_sheet_of_paper_says_where_and_when_and_has_a_line_to_sign(admin, desk, kemiren, page):
    page.room, page.teacher_role = "Pendopo", "Pelatih sanggar"
    publish(page)
    text = admin.get(desk("sheet", page)).text
    for part in (
        kemiren.display_name,
        page.title,
        "Pendopo, Balai desa",
        'class="signature"',
        "Pelatih sanggar",
    ):
        assert part in text, part
    assert str(page.term_from.year) in text


def test_a_cancelled_session_has_no_box(admin, desk, page, people):
    page.sessions.filter(pk=page.sessions.first().pk).update(state="cancelled")
    assert admin.get(desk("sheet", page)).text.count("<td></td>") == 2 * 7
