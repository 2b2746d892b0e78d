"""Letters about registrations: one to each, in the right language, and none lost."""

import logging
from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail import get_connection
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from icalendar import Calendar

from culture.models import ClassMessage, Notice
from culture.registering import letters as post_office
from culture.registering import seats
from culture.registering.notices import tell
from culture.states import NoticeKind, SessionState
from sites.models import LOST_AFTER, SiteSettings
from tests.factories.culture import make_class, make_registration
from tests.factories.sites import home_locale, publish

from .queue import letters

EMAIL = "peserta@contoh.example"


@pytest.fixture
def page(kemiren):
    SiteSettings.objects.filter(site=kemiren.site).update(email="desa@contoh.example")
    return make_class(kemiren, room="Pendopo", quota=1)


@pytest.fixture
def registration(page):
    return make_registration(page, "Peserta Contoh", email=EMAIL)


def lose(notice):
    """As if its task had gone with a worker that was killed."""
    DBTaskResult.objects.all().delete()
    Notice.objects.filter(pk=notice.pk).update(queued_at=timezone.now() - LOST_AFTER - timedelta(seconds=1))


@pytest.fixture
def mail_server(monkeypatch):
    """A mail server that answers with an error."""

    def answer(error):
        def refuse(*_args):
            raise error

        monkeypatch.setattr(type(get_connection()), "send_messages", refuse)

    return answer


def test_who_registers_gets_a_letter_with_code_link_and_calendar(kemiren, page, registration):
    [letter] = letters()
    assert letter.to == [EMAIL] and letter.reply_to == ["desa@contoh.example"]
    assert letter.subject == f"{kemiren.display_name}: Terdaftar: Tari Gandrung"
    assert registration.code in letter.body and "Pendopo, Balai desa" in letter.body
    assert f"{kemiren.site.root_url}/pendaftaran/tiket/{registration.pk}." in letter.body
    [(name, calendar, kind)] = letter.attachments
    assert (name, kind) == ("kalender.ics", "text/calendar")
    assert len(Calendar.from_ical(calendar).events) == page.sessions.count()
    html, _kind = letter.alternatives[0]
    assert registration.code in html and "<style" not in html


def test_a_parent_is_addressed_for_a_child(page):
    values = {"age_group": "child", "guardian_name": "Wali Contoh"}
    make_registration(page, "Anak Contoh", email=EMAIL, **values)
    [letter] = letters()
    assert letter.body.startswith("Halo Wali Contoh,") and "Peserta: Anak Contoh" in letter.body


def test_who_waits_learns_their_place_and_later_of_the_seat(page, registration):
    second = make_registration(page, email="kedua@contoh.example")
    letters()
    third = make_registration(page, email="ketiga@contoh.example")
    [letter] = letters()
    assert "urutan ke-2" in letter.body and not letter.attachments
    seats.cancel(registration)
    [letter] = letters()
    assert letter.to == ["kedua@contoh.example"] and "Anda mendapat tempat" in letter.subject
    assert second.code in letter.body and third.code not in letter.body and letter.attachments


def test_the_letter_is_in_the_language_of_the_form(page):
    english = page.copy_for_translation(home_locale("en"), copy_parents=True)
    english.title = "Gandrung dance"
    publish(english)
    make_registration(page, email=EMAIL, language="en")
    [letter] = letters()
    assert "Registered: Gandrung dance" in letter.subject
    assert "/en/registration/ticket/" in letter.body and letter.extra_headers["Content-Language"] == "en"


def test_a_site_that_shows_no_english_any_more_writes_indonesian(kemiren, page):
    make_registration(page, email=EMAIL, language="en")
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=False)
    [letter] = letters()
    assert "Terdaftar" in letter.subject and "/pendaftaran/tiket/" in letter.body


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (SessionState.CANCELLED, "dibatalkan"),
        (SessionState.MOVED, "dipindah"),
        (SessionState.PLANNED, "tetap berlangsung"),
    ],
)
def test_a_letter_tells_of_a_meeting_that_is_not_as_planned(page, registration, state, words):
    letters()
    session = page.sessions.first()
    session.state, session.reason = state, "Hujan lebat"
    session.starts_at += timedelta(days=1)
    session.ends_at += timedelta(days=1)
    session.save()
    tell(registration, NoticeKind.SESSION, session=session)
    [letter] = letters()
    assert words in letter.body and "Alasan: Hujan lebat" in letter.body


def test_a_letter_tells_of_a_cancelled_class_and_why(page, registration):
    letters()
    page.is_cancelled, page.cancel_reason = True, "Pelatih sakit"
    publish(page)
    [letter] = letters()
    assert "Kelas dibatalkan" in letter.subject and "Alasan: Pelatih sakit" in letter.body


def test_who_was_taken_out_by_the_village_learns_of_it(registration):
    letters()
    seats.cancel(registration)
    tell(registration, NoticeKind.CANCELLED)
    [letter] = letters()
    assert "Desa mengeluarkan pendaftaran Anda" in letter.body


def test_a_message_of_the_village_is_written_as_it_was_typed(page, registration):
    letters()
    message = ClassMessage.objects.create(class_page=page, text="Bawa <air> minum & topi.\n\nSampai Sabtu!")
    tell(registration, NoticeKind.MESSAGE, message=message)
    [letter] = letters()
    assert "Bawa <air> minum & topi.\n\nSampai Sabtu!" in letter.body
    assert "Bawa &lt;air&gt; minum &amp; topi." in letter.alternatives[0][0]


def test_what_is_no_longer_so_is_told_to_nobody(registration):
    seats.cancel(registration)
    assert not letters() and not Notice.objects.exists()


def test_a_closed_village_writes_no_letters(kemiren, registration):
    kemiren.closed_at = timezone.now()
    kemiren.save()
    assert not letters()


def test_a_task_that_runs_twice_sends_one_letter(registration):
    post_office.send(Notice.objects.get().pk)
    post_office.send(Notice.objects.get().pk)
    assert len(mail.outbox) == 1 and not letters()
    assert Notice.objects.get().sent_at


def test_a_letter_whose_task_was_lost_is_queued_again_once(registration):
    lose(Notice.objects.get())
    call_command("queue_lost_letters", verbosity=0)
    call_command("queue_lost_letters", verbosity=0)
    assert DBTaskResult.objects.count() == 1 and len(letters()) == 1


def test_a_letter_that_waits_in_the_queue_is_not_queued_again(registration):
    call_command("queue_lost_letters", verbosity=0)
    assert DBTaskResult.objects.count() == 1


def test_a_mail_server_that_puts_a_letter_off_gets_it_again_later(registration, mail_server, monkeypatch):
    with monkeypatch.context():
        mail_server(SMTPRecipientsRefused({EMAIL: (451, b"try later")}))
        assert not letters()
    monkeypatch.undo()
    notice = Notice.objects.get()
    assert not notice.claimed_at and not notice.failed_at
    lose(notice)
    call_command("queue_lost_letters", verbosity=0)
    assert len(letters()) == 1


def test_a_mail_server_that_is_away_for_days_is_given_up(registration, mail_server):
    Notice.objects.update(created_at=timezone.now() - timedelta(days=3))
    mail_server(SMTPRecipientsRefused({EMAIL: (451, b"try later")}))
    letters()
    assert Notice.objects.get().failed_at


@pytest.mark.parametrize(
    "error",
    [
        SMTPRecipientsRefused({EMAIL: (550, b"no such user " + EMAIL.encode())}),
        SMTPServerDisconnected(f"lost while sending to {EMAIL}"),
        ValueError(EMAIL),
    ],
)
def test_a_letter_that_failed_is_for_staff_to_tell_and_no_address_is_logged(
    registration, mail_server, caplog, error
):
    mail_server(error)
    with caplog.at_level(logging.DEBUG):
        letters()
    notice = Notice.objects.get()
    assert notice.failed_at and not notice.sent_at
    assert type(error).__name__ in caplog.text
    assert EMAIL not in caplog.text and "Peserta Contoh" not in caplog.text
    assert not Notice.objects.lost().exists()


def test_a_letter_in_the_hands_of_a_killed_worker_is_not_sent_again_but_told_by_staff(registration):
    notice = registration.notices.get()
    claimed = timezone.now() - LOST_AFTER - timedelta(seconds=1)
    Notice.objects.filter(pk=notice.pk).update(claimed_at=claimed)
    call_command("queue_lost_letters", verbosity=0)
    assert letters() == []
    assert list(Notice.objects.for_staff()) == [notice]


def test_what_the_queue_has_done_with_is_deleted_after_some_days(registration):
    letters()
    call_command("tidy_letter_queue", verbosity=0)
    assert DBTaskResult.objects.count() == 1
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(days=8))
    call_command("tidy_letter_queue", verbosity=0)
    assert not DBTaskResult.objects.exists()


def test_who_gave_no_address_gets_no_letter(page):
    make_registration(page)
    assert not letters()
