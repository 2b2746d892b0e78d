import pytest
from django.test import Client

from tests.factories import sites as factories


@pytest.fixture
def portal(db):
    return factories.make_portal()


@pytest.fixture
def kemiren(portal):
    return factories.make_village("kemiren.localhost", name="Kemiren")


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
