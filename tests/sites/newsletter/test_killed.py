"""A process that is killed half-way through a letter: gone on with, it has sent exactly one to each."""

import os
import signal
import socket
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

from .databases import copy_of, empty_database

ROOT = Path(__file__).resolve().parents[3]
READERS, KILLED_AT = 7, 3
# Brings the database about that the others are copied from.
pytestmark = pytest.mark.django_db


class MailServer:
    """Takes every letter, and kills the sender when it has taken one of them, before it says so."""

    def __init__(self):
        self.taken = []
        self.victim = None

    async def handle_DATA(self, server, session, envelope):
        self.taken += envelope.rcpt_tos
        if self.victim and len(self.taken) == KILLED_AT:
            os.kill(self.victim.pid, signal.SIGKILL)
        return "250 OK"


@pytest.fixture
def mail_server():
    handler = MailServer()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    handler.address = f"smtp://127.0.0.1:{port}"
    yield handler
    controller.stop()


@pytest.fixture(scope="module")
def filled(django_db_setup, django_db_blocker, tmp_path_factory):
    """A database in which one letter is due to several readers."""
    folder = tmp_path_factory.mktemp("filled")
    with django_db_blocker.unblock(), empty_database(folder) as address:
        settings = {"DATABASE_URL": address, "DATA_DIR": str(folder)}
        settings["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
        filling = [sys.executable, "-m", "tests.sites.newsletter.fill", str(READERS)]
        subprocess.run(filling, cwd=ROOT, env={**os.environ, **settings}, check=True)
        yield address


@pytest.fixture
def start(filled, mail_server, tmp_path):
    """Start to send, as a process of its own with the settings of a real server."""
    with copy_of(filled, tmp_path) as address:
        settings = {"DATABASE_URL": address, "DATA_DIR": str(tmp_path), "EMAIL_URL": mail_server.address}
        settings["DJANGO_SETTINGS_MODULE"] = "config.settings.production"
        command = [sys.executable, "manage.py", "send_newsletters"]
        yield lambda: subprocess.Popen(command, cwd=ROOT, env={**os.environ, **settings})


def test_killed_while_it_sends_and_started_again_it_has_sent_one_letter_to_each(start, mail_server):
    mail_server.victim = start()
    assert mail_server.victim.wait() == -signal.SIGKILL
    assert len(mail_server.taken) == KILLED_AT
    mail_server.victim = None
    assert start().wait() == 0
    assert Counter(mail_server.taken) == {f"p{number}@contoh.example": 1 for number in range(READERS)}


def test_two_senders_at_once_send_one_letter_to_each(start, mail_server):
    senders = [start() for _twice in range(2)]
    assert [sender.wait() for sender in senders] == [0, 0]
    assert Counter(mail_server.taken) == {f"p{number}@contoh.example": 1 for number in range(READERS)}
