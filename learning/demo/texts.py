"""The streams of a sample course, of plain values in its files. Keys are the same in both languages."""

import json
from uuid import NAMESPACE_URL, uuid5

from django.utils.html import format_html_join
from django.utils.text import slugify

IN_INDONESIAN = {
    "title": "The full lesson is in Indonesian",
    "text": "<p>This is its summary. Switch to ID on top of the page to read all of it.</p>",
}
SAMPLE = {
    "id": {
        "title": "Kursus contoh",
        "text": "<p>Kursus ini memperlihatkan cara kerja halaman. Periksa isinya sebelum mengajar.</p>",
    },
    "en": {
        "title": "Sample course",
        "text": "<p>This course shows how these pages work. Check its content before you teach with it.</p>",
    },
}


def key_of(*parts) -> str:
    return str(uuid5(NAMESPACE_URL, "/".join(str(part) for part in parts)))


def lessons(sample: dict, language: str, offer) -> str:
    """The lessons as JSON; `offer` makes a document of a file that a block names."""
    return json.dumps([_lesson(sample, number, language, offer) for number in range(len(sample["lessons"]))])


def _lesson(sample: dict, number: int, language: str, offer) -> dict:
    lesson, more = sample["lessons"][number], sample["more"]["lessons"][number]
    title = lesson["title"][language]
    blocks = [("note", SAMPLE[language])] if number == 0 else []
    blocks += [("note", IN_INDONESIAN)] if language != "id" else []
    blocks += [("paragraph", _paragraphs(lesson["body"]["id"]))] if language == "id" else []
    blocks += [tuple(block) for block in more["blocks"].get(language, [])]
    place = (sample["slug"], number)
    body = [_block(kind, value, (*place, index), offer) for index, (kind, value) in enumerate(blocks)]
    value = {
        "title": title,
        "slug": slugify(title),
        "summary": lesson["summary"].get(language, ""),
        "minutes": more["minutes"],
        "body": body,
    }
    return {"type": "lesson", "id": key_of(*place), "value": value}


def _paragraphs(text: str) -> str:
    return format_html_join("", "<p>{}</p>", ((part,) for part in text.split("\n\n")))


def _block(kind: str, value, place: tuple, offer) -> dict:
    """A block of a body; a question has its key by its kind, so that translations share it."""
    maker = MAKERS.get(kind)
    key = key_of(*(place[:2] if maker else place), kind)
    return {"type": kind, "id": key, "value": maker(value, key, offer) if maker else value}


def _recording(value: dict, key: str, offer) -> dict:
    files = {name: offer(value["title"], value[name]) for name in ("file", "captions")}
    return value | files


def _worksheet(value: dict, key: str, offer) -> dict:
    return {
        "file": offer(value["title"], value["file"], value["text"]),
        "instructions": value["instructions"],
    }


def _glossary(value: list, key: str, offer) -> list:
    return [{"term": term, "meaning": meaning} for term, meaning in value]


def _with_choices(value: dict, key: str, offer) -> dict:
    choices = [
        _item(key, number, {"text": text, "is_right": is_right, "reason": reason})
        for number, (text, is_right, reason) in enumerate(value["choices"])
    ]
    return value | {"choices": choices}


def _with_items(value: dict, key: str, offer) -> dict:
    return value | {"items": [_item(key, number, text) for number, text in enumerate(value["items"])]}


def _item(key: str, number: int, value) -> dict:
    return {"type": "item", "id": key_of(key, number), "value": value}


MAKERS = {
    "recording": _recording,
    "worksheet": _worksheet,
    "glossary": _glossary,
    "single": _with_choices,
    "multiple": _with_choices,
    "ordering": _with_items,
}


def questions(sample: dict, language: str) -> str:
    """The questions of the quiz as JSON."""
    found = []
    for number, entry in enumerate(sample["quiz"]):
        key = key_of(sample["slug"], "quiz", number)
        choices = [
            (option[language], index == entry["correct_index"], "")
            for index, option in enumerate(entry["options"])
        ]
        value = {
            "text": entry["question"][language],
            "explanation": entry["explanation"][language],
            "choices": choices,
        }
        found.append({"type": "single", "id": key, "value": _with_choices(value, key, None)})
    return json.dumps(found)
