"""A session is cancelled, moved or takes place after all; who has a seat is told."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.html import escape

from culture.models import ClassSession, Notice
from culture.recurrence import DAY_CODES, rule_of
from culture.staff.whatsapp import text_to_tell
from tests.culture.queue import letters
from tests.factories.culture import make_class, make_registration

KEMIREN = "Desa Kemiren"
REASON = {"reason": "Hujan lebat", "reason_en": "Heavy rain"}


@pytest.fixture
def session(page):
    return page.sessions.all()[1]


@pytest.fixture
def people(page):
    """Two with a seat, of whom one has e-mail, and one who waits."""
    return [
        make_registration(page, "Ayu", email="ayu@contoh.example"),
        make_registration(page, "Budi"),
        make_registration(page, "Citra"),
    ]


def told(kind="session"):
    return list(Notice.objects.filter(kind=kind).order_by("pk").values_list("registration__name", flat=True))


def moved_to(session, **later):
    start = timezone.localtime(session.starts_at) + timedelta(**later)
    return {"day": f"{start:%Y-%m-%d}", "starts": "13:00", "ends": "14:30", **REASON}


def test_everybody_with_a_seat_is_told_of_a_cancelled_session_once(admin, desk, page, session, people):
    for _tap in range(2):
        admin.post(desk("cancel_session", page, session), REASON)
    session.refresh_from_db()
    assert (session.state, session.reason, session.reason_en) == ("cancelled", "Hujan lebat", "Heavy rain")
    assert told() == ["Ayu", "Budi"]


def test_who_has_no_address_is_told_on_whatsapp_in_their_language(admin, desk, page, session, people):
    answer = admin.post(desk("cancel_session", page, session), REASON, follow=True)
    assert answer.redirect_chain[-1][0] == desk("notices", page)
    assert "https://wa.me/62812" in answer.text
    notice = people[1].notices.get()
    assert "Hujan lebat" in text_to_tell(notice, KEMIREN, page)
    people[1].language = "en"
    people[1].save()
    notice.refresh_from_db()
    assert "does not meet on" in text_to_tell(notice, KEMIREN, page)
    assert "Heavy rain" in text_to_tell(notice, KEMIREN, page)
    assert people[1].code in text_to_tell(notice, KEMIREN, page) and "Budi" not in text_to_tell(
        notice, KEMIREN, page
    )


def test_the_list_says_what_became_of_a_session_and_not_what_might_have(admin, desk, page, session, people):
    def said():
        return " ".join(admin.get(desk("notices", page)).text.split())

    admin.post(desk("cancel_session", page, session), REASON)
    assert "Pertemuan batal:" in said() or "Session cancelled:" in said()
    admin.post(desk("restore_session", page, session))
    assert "Pertemuan tetap diadakan:" in said() or "Session takes place as planned:" in said()
    admin.post(desk("move_session", page, session), moved_to(session, days=1))
    assert "Pertemuan dipindah:" in said() or "Session moved:" in said()


def test_the_question_whether_to_undo_a_move_names_the_planned_day_in_title_and_sentence(
    admin, desk, page, session
):
    planned = str(session)
    admin.post(desk("move_session", page, session), moved_to(session, days=1))
    session.refresh_from_db()
    answer = admin.get(desk("restore_session", page, session))
    assert answer.context["page_subtitle"] == planned
    assert answer.context["explanation"].startswith(planned)
    assert str(session) not in answer.text


def test_who_was_told_leaves_the_list(admin, desk, page, session, people):
    admin.post(desk("cancel_session", page, session), REASON)
    notice = people[1].notices.get()
    admin.get(desk("told", page, notice))
    assert "Budi" in admin.get(desk("notices", page)).text
    admin.post(desk("told", page, notice))
    notice.refresh_from_db()
    assert notice.sent_at
    assert "Budi" not in admin.get(desk("notices", page)).text


@pytest.mark.parametrize("reason", ["", " ", "x" * 161])
def test_a_session_is_not_cancelled_without_a_reason(admin, desk, page, session, people, reason):
    answer = admin.post(desk("cancel_session", page, session), {"reason": reason, "reason_en": "Rain"})
    assert answer.context["form"].errors
    assert 'value="Rain"' in answer.text
    assert not told()


def test_a_session_is_moved_and_everybody_reads_the_new_time(admin, desk, page, session, people):
    admin.post(desk("move_session", page, session), moved_to(session, days=1))
    session.refresh_from_db()
    assert (session.state, session.planned_at < session.starts_at) == ("moved", True)
    assert timezone.localtime(session.starts_at).hour == 13
    assert told() == ["Ayu", "Budi"]
    assert "13" in text_to_tell(people[1].notices.get(), KEMIREN, page)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"day": "2020-01-01"}, "day"),
        ({"day": "kemarin"}, "day"),
        ({"ends": "13:00"}, "ends"),
        ({"ends": "12:00"}, "ends"),
        ({"starts": ""}, "starts"),
        ({"reason": ""}, "reason"),
    ],
)
def test_a_session_is_not_moved_into_the_past_or_upside_down(
    admin, desk, page, session, people, values, field
):
    before = session.starts_at
    answer = admin.post(desk("move_session", page, session), {**moved_to(session, days=1), **values})
    assert set(answer.context["form"].errors) == {field}
    session.refresh_from_db()
    assert session.starts_at == before
    assert not told()


def test_moving_into_a_room_that_is_taken_warns_and_names_the_other(admin, desk, kemiren, session, page):
    tomorrow = timezone.localtime(session.starts_at) + timedelta(days=1)
    days = rule_of("weekly", [DAY_CODES[tomorrow.weekday()]])
    make_class(kemiren, "Membatik", place=" balai  DESA", term_from=tomorrow.date(), recurrence=days)
    form = {**moved_to(session, days=1), "starts": "09:30", "ends": "10:00"}
    answer = admin.post(desk("move_session", page, session), form, follow=True)
    assert escape("“Membatik”") in answer.text
    session.refresh_from_db()
    assert session.is_moved


def test_a_session_takes_place_after_all(admin, desk, page, session, people):
    planned = session.starts_at
    admin.post(desk("move_session", page, session), moved_to(session, days=1))
    letters()
    Notice.objects.filter(registration=people[1]).update(sent_at=timezone.now())
    assert admin.get(desk("restore_session", page, session)).status_code == 200
    admin.post(desk("restore_session", page, session))
    session.refresh_from_db()
    assert (session.state, session.starts_at, session.reason) == ("planned", planned, "")
    assert session.ends_at - session.starts_at == timedelta(minutes=90)
    assert told() == ["Ayu", "Budi", "Ayu", "Budi"]


def test_who_has_not_been_told_yet_hears_the_last_decision_only(admin, desk, page, session, people):
    admin.post(desk("cancel_session", page, session), REASON)
    admin.post(desk("restore_session", page, session))
    assert people[1].notices.filter(kind="session").count() == 1


def test_a_session_that_is_over_stays_as_it_was(admin, desk, page, session, people):
    past = timezone.now() - timedelta(days=1)
    ClassSession.objects.filter(pk=session.pk).update(starts_at=past - timedelta(hours=1), ends_at=past)
    for name in ("cancel_session", "restore_session"):
        assert admin.post(desk(name, page, session), REASON).status_code == 302
    session.refresh_from_db()
    assert session.state == "planned"
    assert not told()


def test_the_page_of_sessions_offers_what_can_be_done(admin, desk, page, session, today_session):
    text = admin.get(desk("sessions", page)).text
    assert desk("attendance", page, today_session) in text
    assert desk("attendance", page, session) not in text
    assert desk("cancel_session", page, session) in text
    assert desk("restore_session", page, session) not in text
