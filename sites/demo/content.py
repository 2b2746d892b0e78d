"""Reads the sample texts in data/demo/; data/README.md describes their shape."""

import json
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

from django.conf import settings

from sites.drawing.palette import PRESETS

from .dates import fill_dates
from .drawing import SCENES

PORTAL = "portal"
OFFICES = "offices"
KEYS = {"slug", "accent", "english_enabled", "contact", "pictures", "home", "pages", "announcements"}
VILLAGE_KEYS = {"code", "profile", "government", "institutions"}
OFFICE_KEYS = {"slug", "contact", "pictures", "page", "announcements"}
SECTION_KEYS = {"title", "summary", "picture", "body"}


class ContentError(ValueError):
    """A sample file is not as it should be; the message names the file and the place."""


def load_portal() -> dict:
    """Return the sample content of the regency portal."""
    return _load(_folder() / f"{PORTAL}.json")


def load_villages() -> list[dict]:
    """Return the sample content of each demo village, in the order of their slugs."""
    return [_load(path) for path in sorted(_folder().glob("*.json")) if path.stem not in (PORTAL, OFFICES)]


def load_offices() -> list[dict]:
    """Return the sample content of each demo office; its accent is the portal's."""
    path = _folder() / f"{OFFICES}.json"
    samples = json.loads(path.read_text(encoding="utf-8"))["offices"]
    accent = load_portal()["accent"]
    for sample in samples:
        sample |= {"accent": accent, "english_enabled": True}
        if complaint := next(_office_complaints(sample), None):
            raise ContentError(f"{path.name}: {sample.get('slug')}: {complaint}")
    return samples


def text(value: str, language: str) -> str:
    """Return a sample text with its dates filled in."""
    return fill_dates(value, language)


def body(blocks: list[dict], pictures: dict, language: str) -> str:
    """Return blocks as a stream's JSON; pictures are named by key and become references to `pictures`."""
    ready = []
    for block in blocks:
        value = block["value"]
        if block["type"] == "image":
            value = value | {"image": pictures[value["image"]].pk}
        ready.append({"type": block["type"], "value": value})
    return fill_dates(json.dumps(ready, ensure_ascii=False), language)


def term(years: list[int | None], today: date) -> dict[str, date | None]:
    """Return the term of an office, from two numbers of years counted from this year."""
    since, until = years
    return {
        "term_from": None if since is None else date(today.year + since, 1, 1),
        "term_until": None if until is None else date(today.year + until, 12, 31),
    }


def opening_hours(rows: list[dict]) -> list[dict]:
    """Return opening hours with real times, as the block wants them."""
    return [
        {
            "days": row["days"],
            "opens": time.fromisoformat(row["opens"]),
            "closes": time.fromisoformat(row["closes"]),
        }
        for row in rows
    ]


def sections(sample: dict) -> Iterator[dict]:
    """Yield everything that becomes a page: the home, what each village has, the pages, the announcements."""
    yield sample["home"]
    if "profile" in sample:
        yield sample["profile"]
        yield sample["government"]
        yield from sample["institutions"]
    yield from sample["pages"]
    yield from sample["announcements"]


def _folder() -> Path:
    return settings.BASE_DIR / "data" / "demo"


def _load(path: Path) -> dict:
    sample = json.loads(path.read_text(encoding="utf-8"))
    if complaint := next(_complaints(sample, path.stem), None):
        raise ContentError(f"{path.name}: {complaint}")
    return sample


def _complaints(sample: dict, name: str) -> Iterator[str]:
    missing = KEYS - sample.keys() | (VILLAGE_KEYS - sample.keys() if name != PORTAL else set())
    if missing:
        yield f"{', '.join(sorted(missing))} missing"
        return
    if sample["slug"] != name:
        yield f"slug {sample['slug']!r} differs from the file name"
    if sample["accent"] not in PRESETS:
        yield f"unknown accent {sample['accent']!r}"
    yield from _picture_complaints(sample)
    for section in sections(sample):
        yield from _section_complaints(section, sample)
    shown = {row["picture"] for row in sample.get("profile", {}).get("gallery", [])}
    for key in shown - sample["pictures"].keys():
        yield f"gallery: no picture {key!r}"


def _office_complaints(sample: dict) -> Iterator[str]:
    if missing := OFFICE_KEYS - sample.keys():
        yield f"{', '.join(sorted(missing))} missing"
        return
    yield from _picture_complaints(sample)
    for section in office_sections(sample):
        yield from _section_complaints(section, sample)


def office_sections(sample: dict) -> Iterator[dict]:
    """Yield the page of an office, which has the name of the office for a title, and its announcements."""
    yield {"title": dict.fromkeys(("id", "en"), sample["slug"]), **sample["page"]}
    yield from sample["announcements"]


def _picture_complaints(sample: dict) -> Iterator[str]:
    for key, picture in sample["pictures"].items():
        if picture["theme"] not in SCENES:
            yield f"picture {key!r}: unknown theme {picture['theme']!r}"


def _section_complaints(section: dict, sample: dict) -> Iterator[str]:
    if missing := SECTION_KEYS - section.keys():
        yield f"{', '.join(sorted(missing))} missing in {section.get('title')}"
        return
    title, languages = section["title"].get("id", "?"), set(section["title"])
    if "id" not in languages or not languages <= ({"id", "en"} if sample["english_enabled"] else {"id"}):
        yield f"{title!r}: languages {sorted(languages)} do not fit the site"
    for key in ("summary", "body", "slug", "tags"):
        if set(section.get(key, section["title"])) != languages:
            yield f"{title!r}: {key} is not in the same languages as the title"
    blocks = [block for stream in section["body"].values() for block in stream]
    named = {block["value"]["image"] for block in blocks if block["type"] == "image"}
    for key in (named | {section["picture"]}) - {None} - sample["pictures"].keys():
        yield f"{title!r}: no picture {key!r}"
