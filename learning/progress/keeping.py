"""Stores progress behind a code, and finds it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from sites.patience import patient

from . import codes
from .record import joined

if TYPE_CHECKING:
    from learning.models import LearningCode


@patient
@transaction.atomic
def keep(site: Site, progress: dict, known_code: str = "") -> tuple[str, dict]:
    """Store progress; return its code and all that is stored.

    Behind a code that the browser knows already, it joins what is there: it may come from another phone.
    Raises `TooMuchError`.
    """
    record = _record(site, known_code, lock=True)
    if record:
        record.progress = joined(record.progress, progress)
        record.used_at = timezone.now()
        record.save(update_fields=["progress", "used_at"])
        return known_code, record.progress
    code = codes.new_code()
    apps.get_model("learning", "LearningCode").objects.create(
        site=site, code_hash=codes.hash_of(site, code), progress=progress
    )
    return code, progress


def find(site: Site, typed: str) -> dict | None:
    """The progress behind a code, which counts as used from now on; None where the code is unknown."""
    record = _record(site, typed)
    if record is None:
        return None
    record.used_at = timezone.now()
    record.save(update_fields=["used_at"])
    return record.progress


def _record(site: Site, typed: str, lock: bool = False) -> LearningCode | None:
    key = codes.hash_of(site, typed)
    records = apps.get_model("learning", "LearningCode").objects.on(site)
    records = records.select_for_update() if lock else records
    return records.filter(code_hash=key).first() if key else None
