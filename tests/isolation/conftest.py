"""One world for each module; whatever a test does to it is taken back when the test ends."""

from copy import deepcopy
from shutil import copytree

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings
from django.utils import translation

from tests.factories.remembered import Remembered
from tests.villages import admin, get, kemiren, log_in, other, portal, staff

from .world import build_world

__all__ = ["admin", "get", "kemiren", "log_in", "other", "portal", "staff"]


@pytest.fixture(scope="session")
def files_of_the_world(tmp_path_factory):
    return tmp_path_factory.mktemp("world")


@pytest.fixture(scope="session")
def remembered_world(beginnings, django_db_blocker, files_of_the_world):
    """The world, made once; each module gets a copy of it and of its files, and its rows written again."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(**folders_in(files_of_the_world)), translation.override("id"):
            cache.clear()
            remembered = Remembered(build_world)
        transaction.set_rollback(True)
    return remembered


@pytest.fixture(scope="module")
def media_folder(remembered_world, files_of_the_world, tmp_path_factory):
    return copytree(files_of_the_world, tmp_path_factory.mktemp("files"), dirs_exist_ok=True)


@pytest.fixture(scope="module")
def built_world(remembered_world, django_db_blocker, media_folder):
    """The world, inside a transaction that is never committed."""
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        remembered_world.repeat()
        with override_settings(**folders_in(media_folder)):
            yield deepcopy(remembered_world.made)
        transaction.set_rollback(True)


def folders_in(folder):
    return {"MEDIA_ROOT": folder / "media", "SHARE_IMAGE_ROOT": folder / "share"}


@pytest.fixture(autouse=True)
def own_media(settings, media_folder):
    """The files of the world, instead of empty folders for each test."""
    for name, folder in folders_in(media_folder).items():
        setattr(settings, name, folder)


@pytest.fixture
def world(built_world, db):
    return built_world
