"""The art forms of data/culture.json, published by Disbudpar for all villages; what is there stays."""

import json

from django.conf import settings
from django.db import transaction
from django.utils.html import escape
from django.utils.text import Truncator
from wagtail.models import Page

from culture.models import ArtFormIndexPage, ArtFormPage
from sites.models import Office, OfficePage, Village

PUBLISHER = "disbudpar"
LONGEST_SUMMARY = 160


def seed(report) -> None:
    office = Office.objects.filter(slug=PUBLISHER).first()
    lists = lists_of(office) if office else {}
    if not lists or ArtFormPage.objects.child_of(lists["id"]).exists():
        return
    samples = json.loads((settings.BASE_DIR / "data" / "culture.json").read_text(encoding="utf-8"))
    register = {village.code: village for village in Village.objects.all()}
    with transaction.atomic():
        for sample in samples:
            add(sample, lists, register)
    report(f"{len(samples)} art forms")


def lists_of(office: Office) -> dict[str, Page]:
    """The lists of culture below the page of an office, by language."""
    pages = OfficePage.objects.filter(office=office).select_related("locale").order_by("path")
    return {page.locale.language_code: ArtFormIndexPage.objects.child_of(page).get() for page in pages}


def add(sample: dict, lists: dict[str, Page], register: dict[str, Village]) -> None:
    """Add one art form in each language, the Indonesian version first."""
    key, home = None, register.get(sample["village_code"])
    for language, parent in lists.items():
        page = ArtFormPage(locale=parent.locale, **values_of(sample, language))
        if key:
            page.translation_key = key
        if home:
            page.villages = [home]
        parent.add_child(instance=page)
        key = page.translation_key
        page.save_revision(clean=False).publish()


def values_of(sample: dict, language: str) -> dict:
    story = sample["description"][language]
    season = sample["season"] or {}
    return {
        "title": sample["name"][language],
        "slug": sample["slug"],
        "summary": first_sentence(story),
        "kind": sample["kind"],
        "season": season.get(language, ""),
        "sources": "\n".join(sample["sources"]),
        "body": json.dumps([{"type": "paragraph", "value": f"<p>{escape(story)}</p>"}]),
        "audience": "all",
    }


def first_sentence(story: str) -> str:
    return Truncator(story.partition(". ")[0].rstrip(".") + ".").chars(LONGEST_SUMMARY)
