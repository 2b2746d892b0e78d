"""Publishes the sample courses: one in the village that it names, the others by an office for all."""

import json
from functools import partial

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.models import Collection, Page

from learning.models import CourseIndexPage, CoursePage
from sites.demo.documents import write
from sites.models import Office, OfficePage, RelatedPage, Village, VillageDocument
from sites.querysets import all_pages

from . import texts

DATA = settings.BASE_DIR / "data"
RECORDINGS = DATA / "demo" / "recordings"
AUTHOR = {"id": "Smart Kampung (contoh)", "en": "Smart Kampung (sample)"}
# Where a demo lacks the village that a course names.
STANDS_IN = "dispendik"


def seed(report) -> None:
    additions = json.loads((DATA / "course_samples.json").read_text(encoding="utf-8"))
    for sample in json.loads((DATA / "courses.json").read_text(encoding="utf-8")):
        sample["more"] = additions[sample["slug"]]
        place = place_of(sample)
        if place and not CoursePage.objects.child_of(place[0]["id"]).filter(slug=sample["slug"]).exists():
            with transaction.atomic():
                add(sample, *place)
            report(sample["title"]["id"])


def place_of(sample: dict) -> tuple[dict[str, Page], Collection, str] | None:
    """The lists that a course goes into, by language, the collection of its files, and for whom it is."""
    village = Village.objects.open().with_site().filter(code=sample["village_code"]).first()
    if village:
        return lists_below(village.site.root_page.get_translations(inclusive=True)), village.collection, ""
    office = Office.objects.filter(slug=sample["more"].get("publisher", STANDS_IN)).first()
    lists = lists_below(OfficePage.objects.filter(office=office)) if office else {}
    return (lists, office.collection, "all") if lists else None


def lists_below(parents) -> dict[str, Page]:
    """The lists of courses right below some pages, by language, the Indonesian one first."""
    found = {
        page.locale.language_code: CourseIndexPage.objects.child_of(page).get()
        for page in parents.select_related("locale").order_by("path")
    }
    return dict(sorted(found.items(), key=lambda entry: entry[0] != "id"))


def add(sample: dict, lists: dict[str, Page], collection: Collection, audience: str) -> None:
    """Add a course in each language, the Indonesian version first."""
    offer = partial(document, collection=collection)
    key = None
    for language, parent in lists.items():
        page = CoursePage(locale=parent.locale, audience=audience, **values_of(sample, language, offer))
        if key:
            page.translation_key = key
        parent.add_child(instance=page)
        key = page.translation_key
        page.related_pages = [RelatedPage(target=target) for target in related(sample)]
        page.save_revision(clean=False).publish()


def values_of(sample: dict, language: str, offer) -> dict:
    more = sample["more"]
    return {
        "title": sample["title"][language],
        "slug": sample["slug"] if language == "id" else more["slug_en"],
        "summary": sample["summary"][language],
        "intended_for": sample["audience"][language],
        "outcomes": more["outcomes"][language],
        "author": AUTHOR[language],
        "licence": CoursePage.Licence.BY,
        "sources": "\n".join(more.get("sources", {}).get(language, sample["sources"])),
        "lessons": texts.lessons(sample, language, offer),
        "questions": texts.questions(sample, language),
        "gives_certificate": more.get("gives_certificate", False),
        "shuffles": more.get("shuffles", True),
        **{name: more[name] for name in ("theme", "level", "learners", "language")},
    }


def related(sample: dict) -> list[Page]:
    """What the demo has of the classes and art forms beside a course, in their order."""
    found = all_pages().live().in_language("id").filter(slug__in=sample["more"]["related"])
    return list(found.order_by("path"))


def document(title: str, name: str, text: list[str] | None = None, *, collection: Collection) -> int:
    """The key of a document: a recording that lies beside the data, or a sheet made of lines of text."""
    if text is not None:
        return write({"title": title, "file": name, "text": text, "language": "id"}, collection).pk
    file = ContentFile((RECORDINGS / name).read_bytes(), name)
    return VillageDocument.objects.create(title=title, collection=collection, file=file).pk
