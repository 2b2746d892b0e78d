"""One world for each module; whatever a test does to it is taken back when the test ends."""

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings
from django.utils import translation

from tests.villages import admin, get, kemiren, log_in, other, portal, staff

from .world import build_world

__all__ = ["admin", "get", "kemiren", "log_in", "other", "portal", "staff"]


@pytest.fixture(scope="module")
def media_folder(tmp_path_factory):
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="module")
def built_world(beginnings, django_db_blocker, media_folder):
    """The world; made inside a transaction that is never committed."""
    folders = {"MEDIA_ROOT": media_folder / "media", "SHARE_IMAGE_ROOT": media_folder / "share"}
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(**folders), translation.override("id"):
            cache.clear()
            yield build_world()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def own_media(settings, media_folder):
    """The files of the world, instead of empty folders for each test."""
    settings.MEDIA_ROOT = media_folder / "media"
    settings.SHARE_IMAGE_ROOT = media_folder / "share"


@pytest.fixture
def world(built_world, db):
    return built_world
