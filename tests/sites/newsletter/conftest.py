"""Readers of Kemiren's newsletter, a clock that stands still, and the letters that went out."""

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from tests.factories import newsletter as factories
from tests.villages import admin, get, kemiren, log_in, other, portal, staff

__all__ = ["admin", "get", "kemiren", "log_in", "other", "portal", "staff"]

HOST = "kemiren.localhost"


@pytest.fixture
def clock(monkeypatch):
    """The time that everything goes by; `clock.now` may be set."""

    class Clock:
        now = factories.NOW

    monkeypatch.setattr(timezone, "now", lambda: Clock.now)
    return Clock


@pytest.fixture
def look(clock):
    """Make and send what is due, and return the letters that went out by their address."""

    def at(moment=None):
        clock.now = moment or clock.now
        before = len(mail.outbox)
        call_command("send_newsletters", verbosity=0)
        return {letter.to[0]: letter for letter in mail.outbox[before:]}

    return at


@pytest.fixture
def reader(kemiren):
    return factories.subscribe(kemiren.site, "pembaca@contoh.example")


@pytest.fixture
def visitor():
    """A browser that checks forms like a real one."""
    return Client(HTTP_HOST=HOST, enforce_csrf_checks=True)
