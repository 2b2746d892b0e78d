"""Where proofs of permits are kept: outside of what is served as media."""

import secrets
from pathlib import PurePath

from django.conf import settings
from django.core.files.storage import FileSystemStorage


def proof_storage() -> FileSystemStorage:
    return FileSystemStorage(location=settings.PRIVATE_ROOT / "proofs")


def proof_path(permit, filename: str) -> str:
    """A name that tells nothing and can't be guessed."""
    return f"{permit.business_id}/{secrets.token_hex(16)}{PurePath(filename).suffix.lower()}"
