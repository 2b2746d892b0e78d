"""Keeping the files of a request, which are on the disk only if their rows are in the database."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.apps import apps
from django.core.files import File
from django.db.models.signals import post_delete

from sites.identity_numbers import without_identity_numbers
from sites.media.private_files import CONTENT_TYPES, delete_when_sure

if TYPE_CHECKING:
    from services.models import RequestAttachment, ServiceRequest

MOST_FILES = 3
LONGEST_NAME = 120
DEFAULT_NAME = "file"


def connect() -> None:
    # Whatever takes a request along, such as the end of a village, asks none of its methods.
    post_delete.connect(_gone, sender="services.RequestAttachment", dispatch_uid="request-attachment-gone")


def _gone(instance: RequestAttachment, **kwargs) -> None:
    """No file outlives its row."""
    delete_when_sure(instance.file.storage, instance.file.name)


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
    """As its sender called it, without a path and the NIK that many write there, cut before its ending."""
    name = PurePath(getattr(file, "sent_as", None) or file.name)
    stem = without_identity_numbers(name.stem).strip(" _-.") or DEFAULT_NAME
    return stem[: LONGEST_NAME - len(name.suffix)] + name.suffix
