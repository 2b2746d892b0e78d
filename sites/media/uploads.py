"""Pictures that were uploaded but never got their description."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import UploadedFile

ABANDONED_AFTER = timedelta(days=1)


def remove_abandoned_uploads() -> int:
    """Delete what lies aside for longer than a day, and return how many files that were.

    Whoever adds the next picture sweeps, so that no timer is needed.
    """
    abandoned = [upload for upload in UploadedFile.objects.all() if _is_abandoned(upload)]
    for upload in abandoned:
        upload.file.delete(save=False)
        upload.delete()
    return len(abandoned)


def _is_abandoned(upload: UploadedFile) -> bool:
    storage, name = upload.file.storage, upload.file.name
    if not name or not storage.exists(name):
        return True
    return storage.get_modified_time(name) < timezone.now() - ABANDONED_AFTER
