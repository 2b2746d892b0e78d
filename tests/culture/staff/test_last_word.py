"""Letters that failed reach staff, and nobody hears of a decision that was taken back before it was told."""

from datetime import time, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from culture.models import Notice
from culture.registering import attendance, meetings, seats
from tests.culture.queue import letters
from tests.factories.culture import make_registration, translate


@pytest.fixture
def ayu(page):
    """Somebody with an address, whose confirmation was sent."""
    registration = make_registration(page, "Ayu", email="ayu@contoh.example", whatsapp="+628123456789")
    letters()
    return registration


def long_ago():
    return timezone.now() - timedelta(hours=5)


@pytest.mark.parametrize("state", ["failed_at", "claimed_at"])
def test_staff_tell_who_was_to_get_a_letter_that_failed_or_was_lost_with_its_worker(admin, desk, ayu, state):
    notice = ayu.notices.create(kind="seated", queued_at=long_ago(), **{state: long_ago()})
    assert ayu.code in admin.get(desk("notices", ayu.class_page)).text
    admin.post(desk("told", ayu.class_page, notice))
    notice.refresh_from_db()
    assert notice.sent_at and ayu.code not in admin.get(desk("notices", ayu.class_page)).text


def test_a_letter_that_is_still_to_be_sent_is_not_ticked_off(admin, desk, ayu):
    notice = ayu.notices.create(kind="seated")
    admin.post(desk("told", ayu.class_page, notice))
    notice.refresh_from_db()
    assert notice.sent_at is None


def test_a_session_that_takes_place_after_all_is_not_called_moved(page, ayu):
    meetings.cancel_session(page.sessions.first(), "Sakit")
    assert len(letters()) == 1
    meetings.restore_session(page.sessions.first())
    (letter,) = letters()
    assert "dipindah" not in letter.subject + letter.body


def test_a_decision_taken_back_before_the_letter_went_is_told_once(page, ayu):
    meetings.cancel_session(page.sessions.first(), "Sakit")
    meetings.restore_session(page.sessions.first())
    assert len(letters()) == 1


def test_a_class_cancelled_and_taken_back_before_the_letters_went_is_told_to_nobody(page, ayu):
    for is_cancelled in (True, False):
        page.is_cancelled = is_cancelled
        page.save_revision().publish()
    assert letters() == [] and not Notice.objects.filter(sent_at=None).exists()


def test_another_hour_keeps_what_was_decided_about_a_session(page):
    session = page.sessions.all()[1]
    meetings.cancel_session(session, "Sakit")
    number = page.sessions.count()
    page.starts_at, page.ends_at = time(9, 30), time(11)
    page.save_revision().publish()
    session.refresh_from_db()
    assert session.is_cancelled and timezone.localtime(session.starts_at).time() == time(9, 30)
    assert page.sessions.count() == number


def test_attendance_of_who_has_left_meanwhile_is_not_taken(page, today_session, ayu):
    seats.cancel(ayu)
    assert attendance.take(today_session, [ayu.pk], [ayu.pk]) == 0


def test_by_hand_the_same_rules_hold_for_names(admin, desk, page, ayu):
    values = {"age_group": "adult", "whatsapp": "08123456789", "email": "AYU@contoh.example"}
    values |= {"language": "id", "agreed": "on"}
    for name in ("Ayu\u200b", "3510123456789012"):
        answer = admin.post(desk("by_hand", page), {**values, "name": name, "form_key": str(uuid4())})
        assert answer.context["form"].errors["name"], name
    assert page.registrations.count() == 1


def test_numbers_that_no_database_knows_are_not_found(admin, desk, page, today_session, client):
    assert admin.get(f"/admin/kelas/{10**20}/").status_code == 404
    form = {"listed": [str(10**20)], "there": ["1"]}
    assert admin.post(desk("attendance", page, today_session), form).status_code == 302
    for path in (f"/agenda/2026/{10**20}/", f"/agenda/2026/12/{10**20}/"):
        assert client.get(path, HTTP_HOST="kemiren.localhost").status_code == 404


def test_the_english_calendar_tells_that_the_class_was_cancelled_later(page, kemiren, client):
    kemiren.site.sitesettings.english_enabled = True
    kemiren.site.sitesettings.save()
    english = translate(page, "Gandrung dance")
    type(page).objects.update(last_published_at=long_ago())
    page.sessions.update(changed_at=long_ago())
    addresses = [f"/en/classes/{english.slug}/kalender.ics", "/en/calendar/kalender.ics"]
    before = [client.get(address, HTTP_HOST="kemiren.localhost").text for address in addresses]
    page.refresh_from_db()
    page.is_cancelled = True
    page.save_revision().publish()
    for address, earlier in zip(addresses, before, strict=True):
        later = client.get(address, HTTP_HOST="kemiren.localhost").text
        assert "SEQUENCE" in earlier and sequence_of(later) > sequence_of(earlier)


def sequence_of(calendar):
    line = next(line for line in calendar.splitlines() if line.startswith("SEQUENCE:"))
    return int(line.partition(":")[2])


def test_a_private_class_leads_to_no_form_that_is_not_there(page, client):
    closed = PageViewRestriction.objects.create(page=page, restriction_type="password", password="kunci")
    form = {"password": "kunci", "return_url": f"/kelas/{page.slug}/"}
    opened = f"/_util/authenticate_with_password/{closed.pk}/{page.pk}/"
    answer = client.post(opened, form, HTTP_HOST="kemiren.localhost", follow=True)
    assert page.title in answer.text and f"/pendaftaran/{page.pk}/" not in answer.text
