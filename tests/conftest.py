"""What every test gets: files of its own, a fresh start, and no way to reach anybody by e-mail."""

import gc
from itertools import count

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import transaction
from django.utils import translation
from hypothesis import settings as hypothesis_settings


@pytest.fixture(scope="session", autouse=True)
def no_real_email(django_test_environment):
    """Refuse to run with a mail backend that sends; the test environment keeps mail in memory."""
    assert django_settings.EMAIL_BACKEND.endswith("locmem.EmailBackend")


# Django keeps a great many objects for ever; with Python's own numbers it looks at all of them all the time.
gc.set_threshold(100_000, 20, 50)

# The same examples each time, kept nowhere, and no limit of time: a slow machine is no fault of the rule.
hypothesis_settings.register_profile("same each time", derandomize=True, deadline=None, database=None)
hypothesis_settings.load_profile("same each time")


@pytest.fixture(scope="session")
def folders_for_files(tmp_path_factory):
    """A new name for a folder each time; most tests need none, so it is not made."""
    folder = tmp_path_factory.mktemp("files")
    return (folder / str(number) for number in count(1))


@pytest.fixture(autouse=True)
def own_media(settings, folders_for_files):
    """Give each test folders of its own for files, so that those of one never show in another."""
    folder = next(folders_for_files)
    settings.MEDIA_ROOT = folder / "media"
    settings.SHARE_IMAGE_ROOT = folder / "share"
    settings.PRIVATE_ROOT = folder / "private"


@pytest.fixture(scope="session", autouse=True)
def pictures_made_once():
    """Draw and encode in earnest, but the same picture only once: most tests publish the same few."""
    from tests.factories.pictures import drawn_once, encoded_once

    with drawn_once(), encoded_once():
        yield


@pytest.fixture(autouse=True)
def fresh_start():
    """Take back what the test before left in the process: the language of its last page, the cache."""
    cache.clear()
    with translation.override(django_settings.LANGUAGE_CODE):
        yield


@pytest.fixture(scope="session")
def beginnings(django_db_setup, django_db_blocker):
    """The portal and the villages that most tests begin with, made once on the empty database."""
    # Models can be imported only now that Django is set up.
    from tests.factories.remembered import Beginnings
    from tests.factories.sites import make_portal, make_village

    beginnings = Beginnings(
        portal=make_portal,
        kemiren=lambda: make_village("kemiren.localhost", name="Kemiren"),
        other=lambda: make_village("lain.localhost", name="Lainnya"),
    )
    with django_db_blocker.unblock(), transaction.atomic():
        beginnings.learn("portal")
        for order in [("kemiren", "other"), ("other",)]:
            with transaction.atomic():
                for name in order:
                    beginnings.learn(name)
                transaction.set_rollback(True)
        transaction.set_rollback(True)
    return beginnings
