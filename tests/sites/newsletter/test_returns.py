"""Letters that come back: reports in a mailbox, a mail service that tells us, and what follows."""

import json
import mailbox
from email import message_from_string
from email.mime.text import MIMEText

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F
from django.test import Client

from sites.models import Delivery, Letter
from sites.newsletter import mailboxes, returns, tokens
from sites.newsletter.returns import Return, is_for_good, read_report, take
from sites.newsletter.sending import settle
from tests.factories.newsletter import LAST_MONDAY, NOW, make_delivery, subscribe

REPORT = """\
From: MAILER-DAEMON@mail.example
To: {to}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain

It could not be delivered.
--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; pembaca@contoh.example
Action: {action}
Status: {status}

--B
Content-Type: {returned}

Message-ID: <{mark}@kemiren.localhost>
Subject: Kabar

--B--
"""


@pytest.fixture
def delivery(reader):
    return make_delivery(reader, state="sent")


def report(delivery, mark=None, **values):
    values = {"action": "failed", "status": "5.1.1", "to": "kembali@contoh.example", **values}
    values = {"returned": "text/rfc822-headers", **values}
    return message_from_string(REPORT.format(mark=mark or tokens.delivery_mark(delivery.pk), **values))


@pytest.mark.parametrize("returned", ["text/rfc822-headers", "message/rfc822"])
def test_a_report_names_its_letter_by_the_headers_that_come_back(delivery, returned):
    assert read_report(report(delivery, returned=returned)) == Return(delivery.pk, is_hard=True)


def test_a_report_names_its_letter_by_the_address_that_it_came_back_to(delivery):
    to = f"kembali+{tokens.delivery_mark(delivery.pk)}@contoh.example"
    assert read_report(report(delivery, mark="x", to=to)) == Return(delivery.pk, is_hard=True)


@pytest.mark.parametrize(
    ("status", "is_hard"),
    [("5.1.1", True), ("4.4.7", False), ("5.2.2", False), ("5.7.1", False), ("", False)],
)
def test_only_an_address_that_takes_nothing_at_all_is_gone(delivery, status, is_hard):
    assert read_report(report(delivery, status=status)).is_hard == is_hard


def test_a_delay_is_no_failure(delivery):
    assert read_report(report(delivery, action="delayed", status="4.0.0")) is None


def test_nobody_can_report_for_others(delivery):
    assert read_report(report(delivery, mark=f"{delivery.pk}-{'0' * 16}")) is None
    assert read_report(MIMEText("Saya sedang cuti.")) is None


@pytest.mark.parametrize(
    ("code", "text", "is_hard"),
    [
        (550, "5.1.1 x", True),
        (550, "x", True),
        (552, "5.2.2 x", False),
        (550, "5.7.26 x", False),
        (450, "", False),
    ],
)
def test_a_refusal_is_judged_like_a_report(code, text, is_hard):
    assert is_for_good(code, text) == is_hard


def test_a_hard_return_ends_all_letters_to_that_subscriber(clock, reader, delivery):
    waiting = make_delivery(reader, until=LAST_MONDAY)
    Letter.objects.update(sent=1)
    assert take(Return(delivery.pk, is_hard=True))
    reader.refresh_from_db(), waiting.refresh_from_db()
    assert reader.deactivated_at == NOW and waiting.state == "dropped"
    letter = Letter.objects.get(pk=delivery.letter_id)
    assert (letter.sent, letter.failed) == (0, 1)


def test_letters_that_go_out_while_one_comes_back_are_counted_all_the_same(delivery, monkeypatch):
    """What is sent in between stands for another process."""
    Letter.objects.update(sent=1)
    real = Letter.objects.filter

    def meanwhile(**conditions):
        real().update(sent=F("sent") + 10)
        return real(**conditions)

    monkeypatch.setattr(Letter.objects, "filter", meanwhile)
    take(Return(delivery.pk, is_hard=False))
    letter = Letter.objects.get()
    assert (letter.sent, letter.failed) == (10, 1)


def test_no_count_falls_below_nothing(delivery):
    take(Return(delivery.pk, is_hard=False))
    letter = Letter.objects.get()
    assert (letter.sent, letter.failed) == (0, 1)


def test_what_comes_back_before_the_server_has_answered_is_counted_once(clock, reader):
    delivery = make_delivery(reader, state="sending")
    take(Return(delivery.pk, is_hard=False))
    assert not settle(delivery, "sent", "sending")
    letter = Letter.objects.get()
    assert (letter.sent, letter.failed) == (0, 1)


def test_a_soft_return_counts_when_it_is_the_third_in_a_row(clock, reader):
    def send(day):
        return make_delivery(reader, state="sent", until=NOW.replace(day=day))

    for day in (1, 2):
        assert take(Return(send(day).pk, is_hard=False))
    arrived = send(3)
    assert arrived.state == "sent"
    for day in (4, 5):
        take(Return(send(day).pk, is_hard=False))
    reader.refresh_from_db()
    assert reader.is_active
    take(Return(send(6).pk, is_hard=False))
    reader.refresh_from_db()
    assert not reader.is_active


def test_the_same_report_counts_once(clock, delivery):
    assert take(Return(delivery.pk, is_hard=False))
    assert not take(Return(delivery.pk, is_hard=False))
    assert not take(Return(delivery.pk + 99, is_hard=True))


# The command


@pytest.mark.parametrize("kind", ["maildir", "mbox"])
def test_the_command_acts_on_reports_deletes_them_and_leaves_other_mail(kind, delivery, settings, tmp_path):
    make = {"maildir": mailbox.Maildir, "mbox": mailbox.mbox}[kind]
    box = make(tmp_path / "box")
    for message in (report(delivery), report(delivery), MIMEText("Halo, kapan posyandu?")):
        box.add(message)
    box.close()
    settings.BOUNCE_MAILBOX = f"{kind}://{tmp_path / 'box'}"
    call_command("read_bounces", verbosity=0)
    assert Delivery.objects.get().state == "bounced"
    assert len(make(tmp_path / "box")) == 1


class FakeImap:
    """A mailbox by IMAP with some messages in it."""

    messages: list = []
    calls: list = []

    def __init__(self, *where, timeout):
        self.calls.append(where)

    def __enter__(self):
        return self

    def __exit__(self, *_exception):
        self.calls.append("logout")

    def login(self, *names):
        self.calls.append(names)

    def select(self, name):
        self.calls.append(name)

    def search(self, _charset, _criteria):
        return "OK", [b" ".join(str(n + 1).encode() for n in range(len(self.messages)))]

    def fetch(self, number, parts):
        # Asked for otherwise, a server marks the message as read.
        assert "PEEK" in parts
        message = self.messages[int(number) - 1]
        return ("OK", [(b"head", message.as_bytes()), b")"]) if message else ("OK", [None])

    def store(self, number, *flags):
        self.calls.append((number, *flags))

    def expunge(self):
        self.calls.append("expunge")


@pytest.fixture
def read_by_imap(settings, monkeypatch):
    """Read a mailbox with these messages; returns what the server was told."""
    monkeypatch.setitem(mailboxes.REMOTE, "imap+ssl", FakeImap)
    settings.BOUNCE_MAILBOX = "imap+ssl://kembali%40contoh.example:sandi@mail.example:993/INBOX"

    def read(*messages):
        FakeImap.messages, FakeImap.calls = list(messages), []
        call_command("read_bounces", verbosity=0)
        return FakeImap.calls

    return read


def test_the_command_reads_a_mailbox_by_imap(delivery, read_by_imap):
    calls = read_by_imap(MIMEText("Halo"), report(delivery))
    assert Delivery.objects.get().state == "bounced"
    assert calls == [
        ("mail.example", 993),
        ("kembali@contoh.example", "sandi"),
        "INBOX",
        ("1", "+FLAGS", r"\Seen"),
        ("2", "+FLAGS", r"\Deleted"),
        "expunge",
        "logout",
    ]


def test_a_message_that_the_server_does_not_give_stays_new_and_holds_up_no_other(delivery, read_by_imap):
    calls = read_by_imap(None, report(delivery))
    assert Delivery.objects.get().state == "bounced"
    assert [call for call in calls if "+FLAGS" in call] == [("2", "+FLAGS", r"\Deleted")]


def test_a_report_whose_reading_fails_stays_new_and_holds_up_no_other(
    delivery, reader, read_by_imap, monkeypatch, caplog
):
    faulty = make_delivery(reader, state="sent", until=LAST_MONDAY)

    def fail_once(returned):
        if returned.delivery == faulty.pk:
            raise ValueError(reader.email)
        return take(returned)

    monkeypatch.setattr(returns, "take", fail_once)
    calls = read_by_imap(report(faulty), report(delivery))
    delivery.refresh_from_db()
    assert delivery.state == "bounced"
    assert [call for call in calls if "+FLAGS" in call] == [("2", "+FLAGS", r"\Deleted")]
    assert "ValueError" in caplog.text and reader.email not in caplog.text


@pytest.mark.parametrize("address", ["", "pop://x", "maildir:///gibt/es/nicht"])
def test_the_command_says_what_is_wrong_with_the_mailbox(settings, address):
    settings.BOUNCE_MAILBOX = address
    with pytest.raises(CommandError):
        call_command("read_bounces")


# The webhook


@pytest.fixture
def tell(settings, portal):
    """Tell of returned letters, as a mail service does."""
    settings.BOUNCE_SECRET = "rahasia"

    def post(body, secret="rahasia"):
        headers = {"authorization": f"Bearer {secret}"}
        body = body if isinstance(body, str) else json.dumps(body)
        client = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
        return client.post("/newsletter/bounces/", body, content_type="application/json", headers=headers)

    return post


def test_a_mail_service_tells_of_an_address_that_is_gone_on_every_site(clock, tell, other, delivery, reader):
    elsewhere = subscribe(other.site, reader.email)
    answer = tell({"bounces": [{"email": reader.email.upper(), "type": "hard"}]})
    assert answer.json() == {"known": 2}
    for one in (reader, elsewhere):
        one.refresh_from_db()
        assert not one.is_active


def test_soft_returns_that_a_service_tells_of_count_for_the_letter_sent_last(tell, delivery, reader):
    tell({"bounces": [{"email": reader.email, "type": "soft"}]})
    reader.refresh_from_db(), delivery.refresh_from_db()
    assert reader.is_active and delivery.state == "bounced"


def test_an_address_that_nobody_subscribed_is_nothing_to_a_service(tell):
    assert tell({"bounces": [{"email": "siapa@contoh.example", "type": "hard"}]}).json() == {"known": 0}


@pytest.mark.parametrize(
    "body",
    [
        "bukan JSON",
        "[]",
        {"bounces": 1},
        {"bounces": [{"email": "x"}]},
        {"bounces": [{"email": 1, "type": "hard"}]},
        {"bounces": [{"email": "x", "type": "?"}]},
        {"bounces": [{"email": "x", "type": []}]},
        {"bounces": [{"email": "x", "type": "soft"}] * 501},
    ],
)
def test_what_is_no_list_of_returns_is_refused(tell, body):
    assert tell(body).status_code == 400


def test_who_does_not_know_the_secret_is_refused_and_without_one_there_is_nothing(tell, settings):
    body = {"bounces": []}
    assert tell(body, "tebakan").status_code == 403
    assert tell(body, "é").status_code == 403
    assert Client(HTTP_HOST="localhost").get("/newsletter/bounces/").status_code == 405
    settings.BOUNCE_SECRET = ""
    assert tell(body, "").status_code == 404
