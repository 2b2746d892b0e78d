"""Proofs of permits: photos or PDFs, looked into before they are kept, outside of what is served as media."""

import secrets
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext

from sites.media.documents import check_document
from sites.media.pictures import FORMATS, sanitised

MOST_BYTES = 10 * 1024 * 1024
# By the ending of what is kept: a picture is encoded anew.
CONTENT_TYPES = {".pdf": "application/pdf", ".jpg": "image/jpeg", ".webp": "image/webp"}
ACCEPTED = ".pdf,image/*"


class ProofStorage(FileSystemStorage):
    """Has no addresses: a proof is had from the desk only."""

    def url(self, name):
        raise ValueError("A proof has no address of its own.")


def proof_storage() -> ProofStorage:
    return ProofStorage(location=settings.PRIVATE_ROOT / "proofs")


def proof_path(permit, filename: str) -> str:
    """A name that tells nothing and can't be guessed."""
    return f"{permit.business_id}/{secrets.token_hex(16)}{PurePath(filename).suffix.lower()}"


def checked_proof(file: File) -> File:
    """Return what may be kept of an upload. Raises `ValidationError` with a text for who uploads."""
    if file.size > MOST_BYTES:
        message = gettext("The file is too big. At most %(limit)s are possible; take a photo of it instead.")
        raise ValidationError(message % {"limit": filesizeformat(MOST_BYTES)}, code="too_big")
    ending = PurePath(file.name).suffix.lower()
    if ending == ".pdf":
        check_document(file)
        return file
    if ending.lstrip(".") not in FORMATS:
        message = gettext("Choose a photo or a PDF of the permit. Other files can't be kept here.")
        raise ValidationError(message, code="type")
    content, ending = sanitised(file)
    return ContentFile(content, f"proof{ending}")
