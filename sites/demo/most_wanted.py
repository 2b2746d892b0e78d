"""The large buttons on the homes of the demo villages, which lead to pages of the same sample."""

import json

from wagtail.models import Page

from sites.models.home_sections import USUAL_ORDER


def place(homes: dict[str, Page], sample: dict) -> None:
    """Put the buttons first, then the usual parts, then the text of the home; in each language it has."""
    for language, home in homes.items():
        items = list(_items(home, sample.get("most_wanted", []), language))
        if items:
            parts = [{"type": name, "value": None} for name in USUAL_ORDER]
            buttons = {"type": "most_wanted", "value": {"title": "", "items": items}}
            home.body = json.dumps([buttons, *parts, *home.body.raw_data])
            home.save_revision(clean=False).publish()


def _items(home: Page, wanted: list[dict], language: str):
    pages = {page.slug: page.pk for page in Page.objects.descendant_of(home).live()}
    for entry in wanted:
        if page := pages.get(entry["slug"].get(language)):
            yield {
                "page": page,
                "icon": entry["icon"],
                "title": entry["title"][language],
                "note": entry["note"][language],
            }
