"""How letters are handed over: at a pace, each once, and what follows from what the mail server says."""

import logging
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import OperationalError

from sites.models import Delivery, Letter, SiteSettings, Subscription, Village
from sites.newsletter import composing, sending
from sites.newsletter.post import Post
from tests.factories.newsletter import NOW, announce, make_delivery, subscribe

MINUTE = timedelta(minutes=1)


@pytest.fixture
def server_says(monkeypatch):
    """Let the mail server answer to an address with an error; all others it takes."""
    answers = {}
    send = Post.send

    def answer(post, message):
        if error := answers.get(message.to[0]):
            raise error
        send(post, message)

    monkeypatch.setattr(Post, "send", answer)
    return answers


def refused(address, code, text=b""):
    return SMTPRecipientsRefused({address: (code, text)})


def ask(village, email):
    """Somebody signs up and waits for an answer."""
    return subscribe(village.site, email, confirmed_at=None, read_until=None, created_at=NOW, asked_at=NOW)


def state_of(subscription):
    return Delivery.objects.get(subscription=subscription).state


def test_no_more_go_out_in_a_minute_than_are_set_however_often_it_looks(look, kemiren, settings):
    settings.NEWSLETTER_PER_MINUTE = 4
    for _number in range(10):
        subscribe(kemiren.site)
    announce(kemiren)
    assert [len(look(NOW + timedelta(seconds=20 * number))) for number in range(5)] == [4, 0, 0, 4, 0]
    assert len(look(NOW + 3 * MINUTE)) == 2


def test_letters_at_once_overtake_weekly_ones(look, kemiren, settings):
    settings.NEWSLETTER_PER_MINUTE = 1
    make_delivery(subscribe(kemiren.site, frequency="weekly"), until=NOW - MINUTE)
    urgent = make_delivery(subscribe(kemiren.site), until=NOW - MINUTE)
    announce(kemiren)
    assert set(look()) == {urgent.subscription.email}


def test_no_letter_is_begun_after_the_time_is_over(clock, kemiren):
    make_delivery(subscribe(kemiren.site))
    announce(kemiren)
    call_command("send_newsletters", seconds=1e-9, verbosity=0)
    assert not mail.outbox


def test_a_letter_that_somebody_else_has_claimed_is_left_to_them(look, kemiren, monkeypatch):
    announce(kemiren)
    delivery = make_delivery(subscribe(kemiren.site))
    due = list(sending._due_deliveries(NOW))
    Delivery.objects.filter(pk=delivery.pk).update(state="sending", claimed_at=NOW)
    assert sending._deliver(due[0], {}, Post()) is None
    assert not mail.outbox


def test_what_was_in_the_hands_of_a_process_that_ended_is_in_doubt_and_never_sent_again(
    look, kemiren, caplog
):
    announce(kemiren)
    lost = subscribe(kemiren.site, "hilang@contoh.example")
    make_delivery(lost, state="sending", claimed_at=NOW)
    assert not look(NOW + 9 * MINUTE)
    assert state_of(lost) == "sending"
    assert not look(NOW + 11 * MINUTE)
    assert state_of(lost) == "in-doubt"
    assert Letter.objects.get().in_doubt == 1
    assert "1 letters are in doubt" in caplog.text
    assert "hilang" not in caplog.text


def test_a_letter_that_is_put_off_is_tried_again_after_longer_and_longer_and_then_given_up(
    look, kemiren, server_says
):
    person = subscribe(kemiren.site)
    delivery = make_delivery(person)
    announce(kemiren)
    server_says[person.email] = refused(person.email, 451)
    waits, now = [], NOW
    while state_of(person) == "queued":
        look(now)
        waiting = Delivery.objects.get(pk=delivery.pk)
        waits.append(waiting.due_at - now)
        now = waiting.due_at
    assert waits[:4] == [5 * MINUTE, 20 * MINUTE, 80 * MINUTE, 320 * MINUTE]
    assert state_of(person) == "failed"
    assert Letter.objects.get(pk=delivery.letter_id).failed == 1


def test_a_letter_that_was_put_off_once_arrives_later(look, kemiren, reader, server_says):
    announce(kemiren)
    server_says[reader.email] = refused(reader.email, 451)
    assert not look()
    server_says.clear()
    assert reader.email in look(NOW + 6 * MINUTE)
    assert state_of(reader) == "sent"


def test_an_address_that_the_server_refuses_gets_no_more_letters(look, kemiren, reader, server_says):
    announce(kemiren)
    server_says[reader.email] = refused(reader.email, 550, b"5.1.1 No such user")
    look()
    reader.refresh_from_db()
    assert reader.deactivated_at and state_of(reader) == "bounced"


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (refused("", 550, b"5.7.1 Blocked"), "bounced"),
        (SMTPDataError(554, b"Not wanted"), "failed"),
        (SMTPDataError(451, b"Later"), "queued"),
        (SMTPSenderRefused(550, b"Who?", "x"), "queued"),
        (SMTPServerDisconnected("gone"), "in-doubt"),
        (TimeoutError(), "in-doubt"),
    ],
)
def test_what_is_said_of_us_is_not_held_against_the_reader(look, kemiren, reader, server_says, error, state):
    announce(kemiren)
    server_says[reader.email] = error
    look()
    reader.refresh_from_db()
    assert reader.is_active and state_of(reader) == state


def test_one_letter_that_can_not_be_written_holds_up_no_other(look, kemiren, reader, monkeypatch):
    faulty = subscribe(kemiren.site)
    announce(kemiren)
    compose = composing.compose

    def fail(delivery, pages):
        if delivery.subscription_id == faulty.pk:
            raise ValueError
        return compose(delivery, pages)

    monkeypatch.setattr(composing, "compose", fail)
    assert set(look()) == {reader.email}
    assert state_of(faulty) == "failed"


# What no letter can be headed with; from before the form refused it.
UNWRITABLE = ["a@" + "ı" * 63 + ".com", "ſ" * 60 + "@contoh.example"]


@pytest.mark.parametrize("email", UNWRITABLE)
def test_a_letter_that_can_not_be_put_on_the_wire_holds_up_no_other(look, kemiren, reader, email, caplog):
    faulty = subscribe(kemiren.site, email)
    announce(kemiren)
    make_delivery(faulty), make_delivery(reader)
    assert set(look()) == {reader.email}
    assert state_of(faulty) == "failed" and state_of(reader) == "sent"
    assert "Error in " in caplog.text and email not in caplog.text


@pytest.mark.parametrize("email", UNWRITABLE)
def test_an_answer_that_can_not_be_put_on_the_wire_is_tried_once_and_holds_up_no_other(
    look, kemiren, email, caplog
):
    ask(kemiren, email), ask(kemiren, "sri@contoh.example")
    assert set(look()) == {"sri@contoh.example"}
    assert not look(NOW + 10 * MINUTE)
    assert caplog.text.count("could not be sent") == 1 and email not in caplog.text


def test_an_answer_waits_for_a_database_that_is_busy(look, kemiren, monkeypatch):
    def busy(_subscription):
        raise OperationalError

    ask(kemiren, "sri@contoh.example")
    with monkeypatch.context() as patch:
        patch.setattr(composing, "compose_answer", busy)
        assert not look()
    assert look(NOW + 6 * MINUTE)


def test_a_village_whose_own_address_can_not_be_written_sends_without_it(look, kemiren, reader):
    SiteSettings.objects.filter(site=kemiren.site).update(email=UNWRITABLE[0])
    announce(kemiren)
    assert look()[reader.email].reply_to == []
    SiteSettings.objects.filter(site=kemiren.site).update(email="desa@contoh.example")
    announce(kemiren, before=-MINUTE)
    assert look(NOW + 3 * MINUTE)[reader.email].reply_to == ["desa@contoh.example"]


def test_a_process_that_runs_for_long_says_the_name_that_a_village_has_now(look, kemiren, reader):
    announce(kemiren)
    assert "Desa Kemiren" in look()[reader.email].subject
    Village.objects.filter(pk=kemiren.pk).update(name="Kemiren Baru")
    announce(kemiren, before=-MINUTE)
    assert "Desa Kemiren Baru" in look(NOW + 3 * MINUTE)[reader.email].subject


# Answers to sign-ups beside letters


def test_answers_take_half_of_a_minute_at_most_while_letters_wait(look, kemiren, settings):
    settings.NEWSLETTER_PER_MINUTE = 6
    announce(kemiren)
    for number in range(10):
        make_delivery(subscribe(kemiren.site, f"pembaca{number}@contoh.example"))
        ask(kemiren, f"baru{number}@contoh.example")
    for number in range(3):
        sent = look(NOW + number * 2 * MINUTE)
        assert [len([to for to in sent if to.startswith(who)]) for who in ("baru", "pembaca")] == [3, 3]


def test_answers_take_what_letters_leave(look, kemiren, settings):
    settings.NEWSLETTER_PER_MINUTE = 6
    announce(kemiren)
    make_delivery(subscribe(kemiren.site, "pembaca@contoh.example"))
    for number in range(10):
        ask(kemiren, f"baru{number}@contoh.example")
    assert len(look()) == 6


def test_a_slow_mail_server_takes_letters_and_answers_in_turns(clock, kemiren):
    announce(kemiren)
    for number in range(2):
        make_delivery(subscribe(kemiren.site, f"pembaca{number}@contoh.example"))
        ask(kemiren, f"baru{number}@contoh.example")
    kinds = [type(due) for due in sending.next_batch(NOW)]
    assert kinds == [Subscription, Delivery] * 2


def test_a_letter_that_is_a_week_late_is_dropped(look, kemiren, reader):
    delivery = make_delivery(reader, until=NOW - timedelta(days=8))
    announce(kemiren, before=timedelta(days=9))
    look()
    delivery.refresh_from_db()
    assert delivery.state == "dropped"


def test_letters_wait_while_the_mail_server_can_not_be_reached(look, kemiren, reader, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    announce(kemiren)
    look()
    assert state_of(reader) == "queued"
    assert "can't be reached" in caplog.text


def test_without_a_mail_server_letters_are_kept_in_files(look, kemiren, settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    for _number in range(3):
        subscribe(kemiren.site)
    announce(kemiren)
    look()
    files = list((tmp_path / "mail").glob("*.log"))
    # Two that are written within a second may stand in one.
    assert sum(file.read_text().count("\nList-Unsubscribe:") for file in files) == 3


def test_the_schedule_sends_letters_and_publishes_first(clock, kemiren, reader):
    announce(kemiren)
    call_command("run_schedule", once=True)
    assert [letter.to for letter in mail.outbox] == [[reader.email]]


def test_no_address_is_in_the_log(look, kemiren, reader, server_says, caplog):
    caplog.set_level(logging.DEBUG)
    announce(kemiren)
    server_says[reader.email] = refused(reader.email, 451, reader.email.encode())
    look()
    assert caplog.text and reader.email not in caplog.text
