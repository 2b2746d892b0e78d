"""Keeping the files of a request, which are on the disk only if their rows are in the database."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.apps import apps
from django.core.files import File

from sites.media.private_files import CONTENT_TYPES

if TYPE_CHECKING:
    from services.models import ServiceRequest

MOST_FILES = 3
LONGEST_NAME = 120


def keep(request: ServiceRequest, files: Iterable[File]) -> None:
    """Store files that were checked before (`sites.media.private_files.checked_file`), each with its row."""
    model = apps.get_model("services", "RequestAttachment")
    kept = []
    try:
        for file in files:
            ending = PurePath(file.name).suffix.lower()
            attachment = model(request=request, name=_name_of(file), size=file.size)
            attachment.content_type = CONTENT_TYPES[ending]
            attachment.file.save(file.name, file, save=False)
            kept.append(attachment)
        model.objects.bulk_create(kept)
    except Exception:
        # No row will ever lead to them.
        for attachment in kept:
            attachment.file.delete(save=False)
        raise


def _name_of(file: File) -> str:
    """As its sender called it, without a path, cut in front of its ending."""
    name = PurePath(getattr(file, "sent_as", None) or file.name)
    return name.stem[: LONGEST_NAME - len(name.suffix)] + name.suffix
