"""Fixtures of every app's tests: a portal, villages, people to look after them, and ways to ask for pages."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from sites.provisioning.portal import STAFF_GROUP
from tests.factories import sites as factories


@pytest.fixture
def portal(beginnings, db):
    return beginnings.make("portal")


@pytest.fixture
def kemiren(beginnings, portal):
    return beginnings.make("kemiren")


@pytest.fixture
def other(beginnings, portal):
    """A village whose things must never show in Kemiren."""
    return beginnings.make("other")


@pytest.fixture
def get():
    """Ask a host for a path: get("kemiren.localhost", "/en/")."""

    def ask(host, path="/", **extra):
        return Client(HTTP_HOST=host).get(path, **extra)

    return ask


@pytest.fixture
def log_in():
    """A client of a host, logged in as someone."""

    def enter(person, host="localhost"):
        client = Client(HTTP_HOST=host)
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


@pytest.fixture
def admin(kemiren, log_in):
    """The client of Kemiren's admin."""
    return log_in(factories.make_person(kemiren), "kemiren.localhost")


@pytest.fixture
def staff(portal, log_in):
    """The client of somebody of the portal's staff."""
    person = factories.make_person()
    person.groups.add(Group.objects.get(name=STAFF_GROUP))
    return log_in(person)
