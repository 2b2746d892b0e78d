"""A course of Kemiren that people have taken, and the addresses of its desk."""

import pytest
from django.urls import reverse

from tests.factories import sites as factories
from tests.factories.learning import make_course
from tests.learning.conftest import admin, get, kemiren, log_in, other, portal, staff

__all__ = ["admin", "get", "kemiren", "log_in", "other", "portal", "staff"]


@pytest.fixture
def course(kemiren):
    return make_course(kemiren)


@pytest.fixture
def desk():
    """A function: an address of the desk of a course, desk("revoke", course, certificate)."""

    def address(name, course, *objects):
        return reverse(f"course_desk:{name}", args=[course.pk, *(found.pk for found in objects)])

    return address


@pytest.fixture
def writer(kemiren, log_in):
    """The client of Kemiren's contributor."""
    return log_in(factories.make_person(kemiren, "contributor"), "kemiren.localhost")


@pytest.fixture
def officer(portal, log_in):
    """The client of somebody of Disbudpar, which is opened with it."""
    return log_in(factories.make_officer())
