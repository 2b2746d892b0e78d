"""Maintenance: a file in the data folder closes all sites, and its text says until when."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override

from sites.hosts import HEALTH_PATH
from sites.outage import outage_page

# Seconds after which programs may ask again, where no end is known or it has passed.
RETRY_SECONDS = 600


def flag() -> Path:
    return Path(settings.DATA_DIR) / "maintenance"


def switch_on(until: datetime | None = None) -> None:
    """Close all sites in every process that shares the data folder; kept pages within a second."""
    draft = flag().with_suffix(".draft")
    draft.write_text(until.isoformat() if until else "")
    draft.replace(flag())


def switch_off() -> None:
    flag().unlink(missing_ok=True)


def is_on() -> bool:
    return flag().exists()


def expected_end() -> datetime | None:
    """When the operator said it would end; None where nothing readable was said."""
    try:
        return as_local(datetime.fromisoformat(flag().read_text().strip()))
    except (OSError, ValueError):
        return None


def as_local(moment: datetime) -> datetime:
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


def parse_end(text: str, now: datetime) -> datetime:
    """Read "14:30" (today, or tomorrow where that has passed) or "2026-11-25 14:30", local time.

    Raises `ValueError` for anything else and for a day that has passed.
    """
    local = timezone.localtime(now)
    if len(text.strip()) <= 5:
        clock = datetime.strptime(text.strip().replace(".", ":"), "%H:%M").time()
        end = as_local(datetime.combine(local.date(), clock))
        return end if end > now else end + timedelta(days=1)
    end = as_local(datetime.fromisoformat(text.strip()))
    if end <= now:
        raise ValueError("This time has passed.")
    return end


class MaintenanceMiddleware:
    """Answer 503 to everything but the health check while the file is there.

    Stands before whatever asks the database; static files are answered before it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == HEALTH_PATH or not is_on():
            return self.get_response(request)
        return closed(request)


def closed(request: HttpRequest) -> HttpResponse:
    end, now = expected_end(), timezone.now()
    words = {"until_id": "", "until_en": ""}
    seconds = RETRY_SECONDS
    if end and end > now:
        seconds = max(60, int((end - now).total_seconds()))
        words = {f"until_{code}": in_words(end, code) for code in ("id", "en")}
    response = outage_page(request, "503.html", 503, **words)
    response.headers["Retry-After"] = str(seconds)
    response.headers["Cache-Control"] = "no-store"
    # Wanted, so no error for each reader in the log.
    response._has_been_logged = True
    return response


def in_words(moment: datetime, language_code: str) -> str:
    with override(language_code):
        return date_format(timezone.localtime(moment), "DATETIME_FORMAT")
