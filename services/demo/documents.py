"""Sample documents in the library of Kemiren: each file says that it is one and has no effect."""

from django.db import transaction
from django.utils import timezone

from services.models import DocumentIndexPage, PublicDocumentPage
from sites.demo.documents import write
from sites.models import Village

from . import samples


def seed(report) -> None:
    village = samples.village()
    if village is None:
        return
    lists = samples.lists_of_village(DocumentIndexPage, village)
    if PublicDocumentPage.objects.child_of(lists["id"]).exists():
        return
    documents = samples.read()["documents"]
    with transaction.atomic():
        for sample in documents:
            add(sample, lists, village)
    report(f"{len(documents)} public documents")


def add(sample: dict, lists: dict, village: Village) -> None:
    once = facts_of(sample, lists, village)

    def values_in(language: str) -> dict:
        return {name: sample[name][language] for name in ("title", "slug", "summary")} | once

    samples.add_versions(PublicDocumentPage, lists, values_in)


def facts_of(sample: dict, lists: dict, village: Village) -> dict:
    """What is typed once: its file is Indonesian, as such documents are."""
    year = timezone.localdate().year - sample["years_ago"]
    row = {"title": sample["title"]["id"], "text": sample["text"], "language": "id"}
    replaced = PublicDocumentPage.objects.child_of(lists["id"]).filter(slug=sample["replaces"] or "")
    return {
        "kind": sample["kind"],
        "disclosure": sample["disclosure"],
        "year": year,
        "number": f"{sample['number']} Tahun {year}" if sample["number"] else "",
        "document": write(row | {"file": f"contoh-{sample['slug']['id'][:40]}"}, village.collection),
        "replaces": replaced.first(),
    }
