"""A class of Kemiren with people in it, and the addresses of its desk."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from culture.models import ClassSession
from tests.culture.conftest import admin, get, kemiren, log_in, other, portal, staff
from tests.factories import sites as factories
from tests.factories.culture import make_class

__all__ = ["admin", "get", "kemiren", "log_in", "other", "portal", "staff"]


@pytest.fixture
def page(kemiren):
    return make_class(kemiren, quota=2)


@pytest.fixture
def desk():
    """A function: an address of the desk of a class, desk("person", page, registration)."""

    def address(name, page, *objects):
        return reverse(f"class_desk:{name}", args=[page.pk, *(found.pk for found in objects)])

    return address


@pytest.fixture
def writer(kemiren, log_in):
    """The client of Kemiren's contributor."""
    return log_in(factories.make_person(kemiren, "contributor"), "kemiren.localhost")


@pytest.fixture
def today_session(page):
    """The first session, as it is on its day."""
    session = page.sessions.first()
    now = timezone.now()
    times = {"starts_at": now - timedelta(minutes=1), "ends_at": now + timedelta(minutes=1)}
    ClassSession.objects.filter(pk=session.pk).update(**times)
    return ClassSession.objects.get(pk=session.pk)
