"""Sample documents of the demo: on announcements as attachments, on text pages as a block."""

from django.core.files.base import ContentFile
from wagtail.models import Collection, Page, Site

from sites.models import AnnouncementAttachment, AnnouncementPage, VillageDocument
from sites.querysets import all_pages

from .pdf import text_pdf

LABELS = {
    "id": "CONTOH. Dokumen ini dibuat untuk peragaan dan tidak berlaku.",
    "en": "SAMPLE. This document was made for a demonstration and has no effect.",
}


def add_documents(site: Site, sample: dict, collection: Collection) -> None:
    """Write the documents that a sample lists, and publish the pages that offer them anew."""
    for row in sample.get("documents", []):
        pages = all_pages().in_village(site).filter(locale__language_code=row["language"])
        offer(write(row, collection), pages.get(slug=row["page"]).specific, row.get("label", ""))


def write(row: dict, collection: Collection) -> VillageDocument:
    content = text_pdf(row["title"], LABELS[row["language"]], row["text"], row["language"])
    file = ContentFile(content, f"{row['file']}.pdf")
    return VillageDocument.objects.create(title=row["title"], collection=collection, file=file)


def offer(document: VillageDocument, page: Page, label: str) -> None:
    if isinstance(page, AnnouncementPage):
        page.attachments.add(AnnouncementAttachment(document=document, title=label))
    else:
        page.body.append(("documents", [document]))
    page.save_revision(clean=False).publish()
