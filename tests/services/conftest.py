import pytest
from django.test import Client

from tests.villages import admin, get, kemiren, log_in, other, portal, staff

__all__ = ["admin", "get", "kemiren", "log_in", "other", "portal", "staff", "visitor"]


@pytest.fixture
def visitor():
    """A browser at Kemiren's site that checks forms like a real one."""
    return Client(HTTP_HOST="kemiren.localhost", enforce_csrf_checks=True)
