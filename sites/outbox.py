"""Letters that are kept as files where no mail server is named: to try things out, and for a time only."""

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

KEPT = timedelta(days=7)


def delete_old_letters() -> int:
    """Delete what was written more than some days ago; return how many files that were."""
    folder = Path(getattr(settings, "EMAIL_FILE_PATH", None) or "")
    if not settings.EMAIL_BACKEND.endswith("filebased.EmailBackend") or not folder.is_dir():
        return 0
    oldest = (timezone.now() - KEPT).timestamp()
    old = [path for path in folder.glob("*.log") if path.stat().st_mtime < oldest]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
