"""The festivals of data/festivals.json, published by Disbudpar for all villages, and samples of villages.

Festivals have no day here, for their organisers set it each year: they are usually in some month or on a
lunar date. The days of samples are counted from today. What is there already stays as it is.
"""

import json
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.html import escape
from wagtail.models import Page

from culture.calendar.periods import LOCAL_TIME, this_weekend
from culture.models import AgendaPage, EventPage
from culture.states import EventCertainty, EventKind
from sites.models import Office, OfficePage, Village

from . import art_forms

PUBLISHER = "disbudpar"
KINDS = {"ritual": EventKind.RITUAL, "sport": EventKind.SPORT}
# The one festival whose day is the same each year.
ANNIVERSARY, ANNIVERSARY_DAY = "hari-jadi-banyuwangi", (12, 18)
LUNAR_MONTHS = {
    "hijri": {3: "Rabiulawal", 10: "Syawal", 12: "Zulhijah"},
    "javanese": {1: "Suro"},
}
LUNAR_TEXTS = {
    "id": {"hijri": "%s (kalender Hijriah)", "javanese": "%s (kalender Jawa)"},
    "en": {"hijri": "%s (Islamic lunar calendar)", "javanese": "%s (Javanese lunar calendar)"},
}
MONTH_TEXTS = {"id": "bulan %s", "en": "in the month of %s"}


def seed(report) -> None:
    today = timezone.localdate()
    office = Office.objects.filter(slug=PUBLISHER).first()
    lists = lists_below(OfficePage.objects.filter(office=office).select_related("locale")) if office else {}
    festivals = {row["slug"]: festival(row, today) for row in read("festivals.json")}
    with transaction.atomic():
        number = sum(add(values, lists) for values in festivals.values()) if lists else 0
        number += sum(add_sample(row, today) for row in read("events.json"))
    if number:
        report(f"{number} events")


def read(name: str) -> list[dict]:
    return json.loads((settings.BASE_DIR / "data" / name).read_text(encoding="utf-8"))


def lists_below(parents) -> dict[str, Page]:
    """The calendars right below some pages, by language, the Indonesian one first."""
    return {
        page.locale.language_code: AgendaPage.objects.child_of(page).get()
        for page in parents.order_by("path")
    }


def add(values: dict[str, dict], lists: dict[str, Page]) -> int:
    """Publish one event in each language of its lists; return 0 where it is there already."""
    slugs = [own["slug"] for own in values.values()]
    if EventPage.objects.child_of(lists[settings.LANGUAGE_CODE]).filter(slug__in=slugs).exists():
        return 0
    key = None
    for language, parent in lists.items():
        page = EventPage(locale=parent.locale, **values[language])
        if key:
            page.translation_key = key
        parent.add_child(instance=page)
        key = page.translation_key
        page.save_revision(clean=False).publish()
    return 1


def festival(row: dict, today: date) -> dict[str, dict]:
    return {language: festival_in(language, row, today) for language in ("id", "en")}


def festival_in(language: str, row: dict, today: date) -> dict:
    venue = (row["venue"] or {}).get(language, "")
    values = {
        "slug": row["slug"],
        "title": row["name"][language],
        "summary": row["description"][language],
        "kind": KINDS.get(row["theme"], EventKind.FESTIVAL),
        "place": venue,
        "body": paragraphs(row["dates_note"][language]),
        "art_form": art_forms.by_slug(row.get("art_form", "")),
        "audience": "all",
    }
    if row["slug"] == ANNIVERSARY:
        day = next_anniversary(today)
        return values | {"starts_at": at(day, time()), "is_all_day": True, "body": paragraphs()}
    if row["lunar_date"]:
        return values | {
            "certainty": EventCertainty.LUNAR,
            "lunar_date": lunar_text(row["lunar_date"], language),
        }
    return values | {"certainty": EventCertainty.USUAL, "usual_months": row["typical_months"]}


def next_anniversary(today: date) -> date:
    day = date(today.year, *ANNIVERSARY_DAY)
    return day if day >= today else day.replace(year=today.year + 1)


def lunar_text(lunar: dict, language: str) -> str:
    """Such as "2 Syawal (kalender Hijriah)", or "bulan Suro (kalender Jawa)"."""
    name = LUNAR_MONTHS[lunar["calendar"]][lunar["month"]]
    text = f"{lunar['day']} {name}" if lunar["day"] else MONTH_TEXTS[language] % name
    return LUNAR_TEXTS[language][lunar["calendar"]] % text


def paragraphs(*texts: str) -> str:
    return json.dumps([{"type": "paragraph", "value": f"<p>{escape(text)}</p>"} for text in texts])


def add_sample(row: dict, today: date) -> int:
    """Publish a sample in its village, where that has a site."""
    village = Village.objects.open().filter(code=row["village"]).select_related("site__root_page").first()
    if village is None:
        return 0
    homes = village.site.root_page.get_translations(inclusive=True).select_related("locale")
    return add({language: sample_in(language, row, today) for language in ("id", "en")}, lists_below(homes))


def sample_in(language: str, row: dict, today: date) -> dict:
    values = {name: row[name][language] for name in ("slug", "title", "summary", "place")}
    values |= {name: row[name][language] for name in ("room", "status_note", "lunar_date") if name in row}
    values |= {name: row[name] for name in ("kind", "certainty", "fee_rupiah", "status") if name in row}
    values["art_form"] = art_forms.by_slug(row.get("art_form", ""))
    return values | times_of(row, today)


def times_of(row: dict, today: date) -> dict:
    """When it is: a day from today on, or of the weekend; with hours, or for several whole days."""
    day = this_weekend(today).last if "weekend" in row["day"] else today + timedelta(days=row["day"]["days"])
    if "starts" not in row:
        last = day + timedelta(days=row["lasts_days"] - 1)
        return {"starts_at": at(day, time()), "ends_at": at(last, time(23, 59)), "is_all_day": True}
    starts, ends = (time.fromisoformat(row[name]) for name in ("starts", "ends"))
    found = {
        "starts_at": at(day, starts),
        "ends_at": at(day if ends > starts else day + timedelta(days=1), ends),
    }
    if "moved_from_days" in row:
        found["moved_from"] = at(today + timedelta(days=row["moved_from_days"]), starts)
    return found


def at(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, LOCAL_TIME)
