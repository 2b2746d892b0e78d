"""Letters that were kept as files do not stay for ever."""

import os
from datetime import timedelta

from django.utils import timezone

from sites.outbox import KEPT, delete_old_letters


def test_old_letters_are_deleted_and_new_ones_stay(settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    old, new = tmp_path / "a.log", tmp_path / "b.log"
    for path in (old, new):
        path.write_text("Halo")
    then = (timezone.now() - KEPT - timedelta(hours=1)).timestamp()
    os.utime(old, (then, then))
    assert delete_old_letters() == 1
    assert [path.name for path in tmp_path.iterdir()] == ["b.log"]


def test_where_a_mail_server_is_named_nothing_is_touched(settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    assert delete_old_letters() == 0
