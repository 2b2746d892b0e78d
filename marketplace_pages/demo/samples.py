"""Reads the samples of the market; data/README.md describes their shape."""

import json
from collections.abc import Iterable

from django.conf import settings
from django.utils.html import escape

from sites.models import Village

LANGUAGES = ("id", "en")
# What the producers of data/products.json call themselves, where nothing more exact is said.
KINDS = {"UMKM": "umkm", "IKM": "ikm", "BUMDes": "bumdes", "kelompok": "umkm"}
MARKS = {"id": "(Contoh)", "en": "(Sample)"}
NOTES = {
    "id": "Ini contoh: usaha, harga, dan nomornya dikarang untuk memperlihatkan cara kerja pasar ini.",
    "en": "This is a sample: business, price and number are made up to show how this market works.",
}
# Of a village that has no site in the demo.
STANDS_IN = {
    "id": "Contoh ini dari {village}, yang belum mempunyai situs di sini, jadi tampil di situs ini.",
    "en": "This sample is from {village}, which has no site here yet, so it is shown on this one.",
}


def load() -> list[dict]:
    """The businesses, each with its kind and its products."""
    additions, products = read("market_samples.json"), read("products.json")
    return [_complete(business, products, additions["products"]) for business in additions["businesses"]]


def read(name: str):
    return json.loads((settings.BASE_DIR / "data" / name).read_text(encoding="utf-8"))


def _complete(business: dict, products: list[dict], additions: dict[str, dict]) -> dict:
    own = [product for product in products if product["producer"]["name"] == business["producer"]]
    kind = business.get("kind") or KINDS[own[0]["producer"]["type"]]
    return business | {
        "kind": kind,
        "from": own[0]["village_code"] if own else business["village"],
        "products": [product | {"more": additions[product["slug"]]} for product in own],
    }


def notes_of(business: dict, register: dict[str, Village]) -> dict[str, list[str]]:
    """What every page of a business and its products says at its end, by language."""
    found = {language: [NOTES[language]] for language in LANGUAGES}
    home = register.get(business["from"])
    if home and home.code != business["village"]:
        for language in LANGUAGES:
            found[language].append(STANDS_IN[language].format(village=home))
    return found


def paragraphs(texts: Iterable[str]) -> str:
    """A stream of plain paragraphs."""
    return json.dumps([{"type": "paragraph", "value": f"<p>{escape(text)}</p>"} for text in texts])


def in_language(words: dict[str, str] | None, language: str) -> str:
    return (words or {}).get(language, "")
