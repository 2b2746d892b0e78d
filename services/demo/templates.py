"""The 25 services of data/services.json, published by DPMD for all villages in both languages."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from services.choices import Category
from services.models import ServiceIndexPage, ServicePage

from . import samples
from .samples import told

CATEGORIES = {
    "kependudukan": Category.POPULATION,
    "surat-keterangan": Category.LETTERS,
    "keluarga": Category.FAMILY,
    "usaha": Category.BUSINESS,
    "pertanahan": Category.LAND,
    "keamanan": Category.SAFETY,
    "sosial": Category.WELFARE,
    "informasi": Category.INFORMATION,
    "fasilitas": Category.FACILITIES,
}
CHECKED_DAYS_AGO = 20
TEXTS = ("who", "fee_note", "continued_at", "continued_with")


def seed(report) -> None:
    lists = samples.lists_of_publisher(ServiceIndexPage)
    if not lists or ServicePage.objects.child_of(lists["id"]).exists():
        return
    additions, services = samples.read()["services"], samples.read("services.json")
    with transaction.atomic():
        for service in services:
            whole = service | additions[service["slug"]]
            samples.add_versions(ServicePage, lists, lambda language, whole=whole: values_of(whole, language))
    report(f"{len(services)} services")


def by_slug(slug: str) -> ServicePage | None:
    """The Indonesian version of a template."""
    found = ServicePage.objects.templates().child_of(samples.lists_of_publisher(ServiceIndexPage)["id"])
    return found.filter(slug=slug).first()


def values_of(sample: dict, language: str) -> dict:
    title = sample["name"][language]
    return {
        "title": title,
        "slug": sample["slug"] if language == "id" else slugify(title),
        "summary": sample["description"][language],
        "audience": "all",
        "category": CATEGORIES[sample["category"]],
        "life_events": sample["life_events"],
        "papers": [("paper", {"name": one[language], "note": ""}) for one in sample["requirements"]],
        "steps": [("step", {"text": one[language]}) for one in sample["steps"]],
        "questions": [("question", in_language(one, language)) for one in sample.get("questions", [])],
        "duration": sample["typical_duration"][language],
        "fee_rupiah": sample["fee_idr"],
        "issuer": sample["issuer"][language],
        "legal_basis": sample["legal_basis"] or "",
        "note": told(sample["note"], language),
        "checked_on": timezone.localdate() - timedelta(days=CHECKED_DAYS_AGO),
        **{name: told(sample.get(name), language) for name in TEXTS},
    }


def in_language(sample: dict, language: str) -> dict:
    return {name: told(words, language) for name, words in sample.items()}
