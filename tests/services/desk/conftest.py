"""Somebody who has asked Kemiren's office, and the addresses of its inbox."""

import pytest
from django.urls import reverse

from services.models import DutyShift
from sites.opening_hours import DAYS
from tests.factories import sites as factories
from tests.factories.services import make_request
from tests.services.conftest import admin, get, kemiren, log_in, other, portal, staff, visitor

__all__ = ["admin", "get", "kemiren", "log_in", "other", "portal", "staff", "visitor"]


@pytest.fixture
def asked(kemiren):
    """Somebody without an e-mail address."""
    return make_request(kemiren, name="Warga Contoh")


@pytest.fixture
def desk():
    """A function: an address of the inbox, desk("note", request)."""

    def address(name, *keys):
        return reverse(f"request_desk:{name}", args=[getattr(key, "pk", key) for key in keys])

    return address


@pytest.fixture
def clerk(kemiren):
    """A contributor of Kemiren who stands in the roster of every day."""
    person = factories.make_person(kemiren, "contributor")
    DutyShift.objects.bulk_create(
        DutyShift(village=kemiren, day=day, shown_as="Kasi Pelayanan", user=person) for day in DAYS
    )
    return person


@pytest.fixture
def at_counter(clerk, log_in):
    """The client of that clerk."""
    return log_in(clerk, "kemiren.localhost")
