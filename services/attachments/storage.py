"""Where attachments of requests are kept: outside of what is served as media."""

from sites.media.private_files import PrivateStorage, secret_name, storage_in


def attachment_storage() -> PrivateStorage:
    return storage_in("requests")


def attachment_path(attachment, filename: str) -> str:
    return secret_name(attachment.request_id, filename)
