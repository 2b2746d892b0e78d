"""What every test gets: files of its own, a fresh start, and no way to reach anybody by e-mail."""

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import transaction
from django.utils import translation


@pytest.fixture(scope="session", autouse=True)
def no_real_email(django_test_environment):
    """Refuse to run with a mail backend that sends; the test environment keeps mail in memory."""
    assert django_settings.EMAIL_BACKEND.endswith("locmem.EmailBackend")


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    """Give each test empty folders for files, so that those of one never show in another."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.SHARE_IMAGE_ROOT = tmp_path / "share"


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
