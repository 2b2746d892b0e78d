"""The form beside a list of products: its groups of choices, and the choices to take back above the list."""

from collections.abc import Iterator

from django.utils.translation import gettext

from .asked import HIGHEST, LOWEST
from .catalogue import Catalogue
from .facets import Choice, Facet
from .sorting import SORTS

# Villages offered before somebody has chosen a district.
MOST_VILLAGES = 8


def groups(found: Catalogue) -> list[dict]:
    """The order, then each facet that parts what is shown, or that somebody has used."""
    facets = [group for facet in found.facets if (group := _group(found, facet))]
    return [_sorts(found), *facets]


def _sorts(found: Catalogue) -> dict:
    options = [
        {"value": value, "label": label, "is_chosen": value == found.asked.sort}
        for value, label in SORTS.items()
    ]
    return {"label": gettext("Order"), "name": "sort", "is_select": True, "options": options}


def _group(found: Catalogue, facet: Facet) -> dict | None:
    options = list(_options(found, facet))
    fields = _price_fields(found) if facet.name == "price" else []
    parts = any(option["is_chosen"] or option["count"] != found.number for option in options)
    if not parts and not any(field["value"] for field in fields):
        return None
    if facet.is_single:
        whole = {"value": "", "label": gettext("All"), "is_chosen": not found.asked.chosen[facet.name]}
        options.insert(0, whole)
    group = {"label": facet.label, "name": facet.name, "options": options, "fields": fields}
    return group | {"is_multiple": True, "is_select": facet.is_single, "note": _note(found, facet)}


def _options(found: Catalogue, facet: Facet) -> Iterator[dict]:
    """Choices that find something or are made; of the second level those of what is chosen above."""
    chosen, numbers = found.asked.chosen[facet.name], found.numbers[facet.name]
    for choice in _offered(found, facet):
        number, is_chosen = numbers.get(choice.value, 0), choice.value in chosen
        if number or is_chosen:
            yield {
                "value": choice.value,
                "label": choice.label,
                "count": number,
                "is_chosen": is_chosen,
                "is_below": bool(choice.above) and facet.name != "village",
            }


def _offered(found: Catalogue, facet: Facet) -> list[Choice]:
    chosen, numbers = found.asked.chosen, found.numbers[facet.name]
    if facet.name != "village":
        made = chosen[facet.name]
        opened = {*made, *(choice.above for choice in facet.choices if choice.value in made)}
        return [choice for choice in facet.choices if not choice.above or choice.above in opened]
    if chosen["district"]:
        return [choice for choice in facet.choices if choice.above in chosen["district"]]
    most = sorted(facet.choices, key=lambda choice: -numbers.get(choice.value, 0))[:MOST_VILLAGES]
    return [choice for choice in facet.choices if choice in most or choice.value in chosen["village"]]


def _note(found: Catalogue, facet: Facet) -> str:
    if facet.name != "village" or found.asked.chosen["district"]:
        return ""
    hidden = sum(1 for number in found.numbers["village"].values() if number) > MOST_VILLAGES
    return gettext("Choose a district to see all of its villages.") if hidden else ""


def _price_fields(found: Catalogue) -> list[dict]:
    ends = (
        (LOWEST, gettext("From (rupiah)"), found.asked.lowest),
        (HIGHEST, gettext("Up to (rupiah)"), found.asked.highest),
    )
    return [
        {"name": name, "label": label, "value": amount.typed, "error": amount.error}
        for name, label, amount in ends
    ]


def chips(found: Catalogue, url: str) -> list[dict]:
    """Each choice with the address of the list without it."""
    asked = found.asked
    made = [
        {"label": str(choice.label), "url": asked.address(url, _taken_back(facet, choice.value))}
        for facet in found.facets
        for choice in facet.choices
        if choice.value in asked.chosen[facet.name]
    ]
    if asked.price_text:
        made.append({"label": asked.price_text, "url": asked.address(url, [(LOWEST, ""), (HIGHEST, "")])})
    return made


def _taken_back(facet: Facet, value: str) -> list[tuple[str, str]]:
    return [(facet.name, value), *((name, "") for name in facet.without)]
