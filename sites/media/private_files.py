"""Files of people that are no media: photos or PDFs, looked into before they are kept, without address."""

import secrets
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext

from .documents import check_document
from .pictures import FORMATS, sanitised

MOST_BYTES = 10 * 1024 * 1024
# By the ending of what is kept: a picture is encoded anew.
CONTENT_TYPES = {".pdf": "application/pdf", ".jpg": "image/jpeg", ".webp": "image/webp"}
ACCEPTED = ".pdf,image/*"


class PrivateStorage(FileSystemStorage):
    """Has no addresses: its files are had from views that know who asks."""

    def url(self, name):
        raise ValueError("A private file has no address of its own.")


def storage_in(folder: str) -> PrivateStorage:
    return PrivateStorage(location=settings.PRIVATE_ROOT / folder)


def secret_name(folder: object, filename: str) -> str:
    """A name that tells nothing and can't be guessed."""
    return f"{folder}/{secrets.token_hex(16)}{PurePath(filename).suffix.lower()}"


def checked_file(file: File) -> File:
    """Return what may be kept of an upload. Raises `ValidationError` with a text for who uploads."""
    if file.size > MOST_BYTES:
        message = gettext("The file is too big. At most %(limit)s are possible; take a photo of it instead.")
        raise ValidationError(message % {"limit": filesizeformat(MOST_BYTES)}, code="too_big")
    ending = PurePath(file.name).suffix.lower()
    if ending == ".pdf":
        check_document(file)
        return file
    if ending.lstrip(".") not in FORMATS:
        message = gettext("Choose a photo or a PDF. Other files can't be kept here.")
        raise ValidationError(message, code="type")
    content, ending = sanitised(file)
    return ContentFile(content, f"file{ending}")


def delete_when_sure(storage: PrivateStorage, name: str) -> None:
    """Delete a file once the change that parts with it is sure."""
    if name:
        transaction.on_commit(lambda: storage.delete(name))
