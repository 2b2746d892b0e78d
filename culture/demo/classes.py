"""The sample classes of data/classes.json, in the demo villages; what is there stays.

A sample stands in the village that it names. Those of villages without a demo site are left out, but for a
few that stand in for the demo villages which no sample names.
"""

import json
from datetime import date, time, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Page

from culture.models import ClassIndexPage, ClassPage
from culture.recurrence import DAY_CODES, rule_of
from sites.models import SiteSettings, Village, VillageImage
from sites.opening_hours import DAYS

from . import art_forms, registrations

# Samples for Bulurejo, Kedungrejo and Tamansari; one that is over for Kemiren, and one that is cancelled.
MOVED = {
    "hadrah-kuntulan": "35.10.03.2006",
    "komputer-dasar": "35.10.05.2002",
    "anyaman-bambu": "35.10.24.2008",
    "bahasa-osing-anak": "35.10.15.2004",
    "bimbingan-belajar": "35.10.24.2008",
}
ART_FORMS = {
    "tari-gandrung-anak": "gandrung",
    "mocoan-lontar": "mocoan-lontar-yusuf",
    "batik-gajah-oling": "batik-gajah-oling",
    "hadrah-kuntulan": "hadrah-kuntulan",
    "anyaman-bambu": "anyaman-bambu-gintangan",
}
KINDS = {"dance": "arts", "music": "arts", "craft": "arts", "literature": "culture", "language": "culture"}
LEVELS = {"Beginner": "beginner", "Intermediate": "intermediate"}
# Begins so many weeks from now; the others began some weeks ago, and one of them so long that it is over.
NOT_BEGUN = {"batik-gajah-oling": 1, "foto-produk-umkm": 2, "bimbingan-belajar": 1}
BEGUN_WEEKS_AGO, WEEKS = 3, 12
OVER = {"bahasa-osing-anak": WEEKS + 2}
CANCELLED = {
    "bimbingan-belajar": {
        "id": "Perpustakaan desa sedang diperbaiki.",
        "en": "The village library is being repaired.",
    }
}
# Rooms that the samples name together with their building: (room, place).
ROOMS = {
    "Pendopo balai desa": {"id": ("Pendopo", "Balai desa"), "en": ("Pendopo", "Village hall")},
}
PICTURES = {"batik-gajah-oling": "kain", "tari-gandrung-anak": "kampung", "foto-produk-umkm": "panen"}
NOTES = {
    "id": (
        "<p>Ini kelas contoh: hari, jam, dan pengajarnya dikarang untuk memperlihatkan cara kerja "
        "halaman ini.</p>"
    ),
    "en": "<p>This is a sample: its days, hours and teacher are made up to show how this page works.</p>",
}


def seed(report) -> None:
    samples = json.loads((settings.BASE_DIR / "data" / "classes.json").read_text(encoding="utf-8"))
    for sample in samples:
        code = MOVED.get(sample["slug"], sample["village_code"])
        village = Village.objects.open().with_site().filter(code=code).first()
        if village and not list_in(village, "id").get_children().filter(slug=sample["slug"]).exists():
            with transaction.atomic():
                page = add(sample, village)
                registrations.add(sample["slug"], page)
            report(page.title)


def list_in(village: Village, language: str) -> Page:
    return ClassIndexPage.objects.in_village(village.site).get(locale__language_code=language)


def add(sample: dict, village: Village) -> ClassPage:
    """Add a class in the languages that its site shows, and return the Indonesian version."""
    first = None
    for language in SiteSettings.for_site(village.site).languages:
        parent = list_in(village, language)
        page = ClassPage(
            locale=parent.locale,
            **texts(sample, language),
            **facts(sample),
            listing_image=picture(sample, village),
        )
        if first:
            page.translation_key = first.translation_key
        if village.place and sample["slug"] == "tari-gandrung-anak":
            page.latitude, page.longitude = village.place
        parent.add_child(instance=page)
        page.save_revision(clean=False).publish()
        first = first or page
    return first


def texts(sample: dict, language: str) -> dict:
    description = sample["description"][language]
    heading = {"text": {"id": "Yang dipelajari", "en": "What you learn"}[language], "level": "2"}
    blocks = [("heading", heading), ("paragraph", f"<p>{description}</p>"), ("paragraph", NOTES[language])]
    title = sample["title"][language]
    return {
        "title": title,
        "slug": sample["slug"] if language == "id" else slugify(title.removesuffix(" (Sample)")),
        "summary": description,
        **where(sample, language),
        "teacher_role": sample["teacher_role"][language],
        "bring": "\n".join(thing[language] for thing in sample["bring"]),
        "cancel_reason": CANCELLED.get(sample["slug"], {}).get(language, ""),
        "body": json.dumps([{"type": kind, "value": value} for kind, value in blocks]),
    }


def where(sample: dict, language: str) -> dict[str, str]:
    venue = sample["venue"]
    room, place = ROOMS.get(venue["id"], {}).get(language, ("", venue[language]))
    return {"room": room, "place": place}


def facts(sample: dict) -> dict:
    """What is typed once, with dates that follow the day of seeding."""
    schedule = sample["schedule"]
    weekday, slug = DAYS.index(schedule["weekday"]), sample["slug"]
    start = first_day(weekday, NOT_BEGUN.get(slug, -OVER.get(slug, BEGUN_WEEKS_AGO)))
    return {
        "kind": KINDS.get(sample["category"], "skill"),
        "level": LEVELS[sample["level"]["en"]],
        "age_from": sample["age_min"],
        "age_to": sample["age_max"],
        "term_from": start,
        "term_to": start + timedelta(weeks=WEEKS) - timedelta(days=1),
        "recurrence": rule_of(schedule["frequency"], [DAY_CODES[weekday]]),
        "starts_at": time.fromisoformat(schedule["start"]),
        "ends_at": time.fromisoformat(schedule["end"]),
        "quota": sample["capacity"],
        "fee_rupiah": sample["fee_idr"],
        "registration_until": start - timedelta(days=1) if slug in NOT_BEGUN else None,
        "is_cancelled": slug in CANCELLED,
        "art_form": art_forms.by_slug(ART_FORMS.get(slug, "")),
    }


def first_day(weekday: int, weeks: int) -> date:
    """The first such day of the week, so many weeks from now."""
    day = timezone.localdate() + timedelta(weeks=weeks)
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def picture(sample: dict, village: Village) -> VillageImage | None:
    key = PICTURES.get(sample["slug"])
    pictures = VillageImage.objects.filter(collection=village.collection)
    return pictures.filter(file__contains=f"contoh-{key}").first() if key else None
