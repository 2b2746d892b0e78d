"""The plain text that Wagtail's index keeps of every page, whatever its type: title, and all else."""

from django.db import connection

from sites.querysets import VillagePageQuerySet


def title_and_body() -> tuple[str, str]:
    """Names of the two columns, seen from a page; PostgreSQL keeps the text beside its word lists."""
    end = "_text" if connection.vendor == "postgresql" else ""
    return f"index_entries__title{end}", f"index_entries__body{end}"


def bodies_of(pages: VillagePageQuerySet) -> dict[int, str]:
    """Text of pages by their key; a summary comes first in it. One query."""
    _title, body = title_and_body()
    return {pk: text or "" for pk, text in pages.values_list("pk", body)}
