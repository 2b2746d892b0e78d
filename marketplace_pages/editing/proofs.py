"""Where proofs of permits are kept: outside of what is served as media."""

from sites.media.private_files import PrivateStorage, secret_name, storage_in


def proof_storage() -> PrivateStorage:
    return storage_in("proofs")


def proof_path(permit, filename: str) -> str:
    return secret_name(permit.business_id, filename)
