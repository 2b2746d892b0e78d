"""What readers see of the library and of one of its documents."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from services.choices import Disclosure
from sites.frame import frame_for

from . import asked as asking
from .asked import Asked
from .searching import Found, search


class Fact(NamedTuple):
    icon: str
    label: str
    value: str


class Nothing(NamedTuple):
    """Parameters of components/empty_state.html."""

    title: str
    text: str
    url: str
    label: str


def about_lists() -> dict[str, str]:
    """What belongs to each of the three lists of the law."""
    return {
        Disclosure.PERIODIC: gettext(
            "What the village must publish regularly, at least each half year: plans, budgets, reports."
        ),
        Disclosure.IMMEDIATE: gettext(
            "What the village must publish at once, because life or public order depends on it."
        ),
        Disclosure.ANY_TIME: gettext(
            "What everybody may see at any time: regulations, decrees, agreements, minutes."
        ),
    }


def of_library(index, request: HttpRequest) -> dict:
    """Context of the library: its part that is asked for, and the ways to narrow it."""
    frame, url = frame_for(request), index.get_url(request)
    asked = asking.read(request.GET)
    documents = index.entries(frame.site).listed()
    found = search(documents, asked.words, asked.as_typed, frame.site, index.locale.language_code)
    asked = asked._replace(words=found.words)
    options = asking.options(found.documents, asked)
    shown = found.documents.filter(asked.narrowed())
    listing = index.paginate(request, shown.for_cards().in_listing_order())
    number = listing.paginator.count
    chosen = asked.chosen["list"]
    return {
        "listing": listing,
        "found": found,
        "found_text": _found_text(found, number),
        "lists": _lists(options["list"], asked, url),
        "all_url": asked.address(url, list=""),
        "all_are_shown": not chosen,
        "about_list": about_lists().get(chosen, ""),
        "groups": _groups(options, number),
        "kept": [(name, value) for name, value in asked.chosen.items() if value],
        "held": [("list", chosen)] if chosen else [],
        "filters": _filters(asked, url),
        "empty": None if number else _nothing(found, asked, url, frame.home_url),
        "list_url": url,
        "query": found.words,
        "is_narrowed": bool(found.words or any(asked.chosen.values())),
        "title_details": _chosen_labels(asked),
    }


def _found_text(found: Found, number: int) -> str:
    values = {"number": number, "words": found.corrected or found.words}
    if not found.words:
        return ngettext("%(number)d document", "%(number)d documents", number) % values
    return (
        ngettext("%(number)d document for “%(words)s”", "%(number)d documents for “%(words)s”", number)
        % values
    )


def _lists(options: list[asking.Option], asked: Asked, url: str) -> list[dict]:
    return [
        {
            "label": option.label,
            "url": asked.address(url, list=option.value),
            "current": option.is_chosen,
            "count": option.count,
        }
        for option in options
    ]


def _groups(options: dict[str, list], shown: int) -> list[dict]:
    """The filters that part the documents shown, or that somebody has used."""
    labels = {"kind": gettext("Category"), "year": gettext("Year")}
    return [
        {"label": label, "name": name, "is_multiple": False, "options": options[name]}
        for name, label in labels.items()
        if any(option.is_chosen or option.count != shown for option in options[name])
    ]


def _filters(asked: Asked, url: str) -> list[dict]:
    """Each choice with the address of the list without it."""
    return [
        {"label": asking.label_of(name, value), "url": asked.address(url, **{name: ""})}
        for name, value in asked.chosen.items()
        if value
    ]


def _chosen_labels(asked: Asked) -> list[str]:
    return [asking.label_of(name, value) for name, value in asked.chosen.items() if value]


def _nothing(found: Found, asked: Asked, url: str, home_url: str) -> Nothing:
    if any(asked.chosen.values()):
        title, text = gettext("No document fits all of this"), gettext("Take one of your choices away.")
        return Nothing(title, text, url, gettext("See all documents"))
    if found.words:
        title = gettext("Nothing found for “%(words)s”") % {"words": found.words}
        text = gettext("Try another word, or a shorter one; or ask the village for it.")
        return Nothing(title, text, url, gettext("See all documents"))
    text = gettext("Regulations, plans, budgets and reports will stand here. You can ask for them already.")
    return Nothing(gettext("No documents yet"), text, home_url, gettext("Back to the home page"))


def of_document(page) -> dict:
    """Context of one document: its facts, what takes its place, and what it has replaced."""
    versions = type(page).objects.live().public().filter(locale=page.locale_id)
    newer = versions.filter(path__startswith=page.path[: -page.steplen])
    newer = newer.filter(replaces__translation_key=page.translation_key).in_listing_order().first()
    older = page.replaces and versions.filter(translation_key=page.replaces.translation_key).first()
    return {"facts": list(_facts(page)), "newer": newer, "older": older}


def _facts(page):
    yield Fact("file-text", gettext("Category"), page.get_kind_display())
    if page.number:
        yield Fact("id-card", gettext("Number"), page.number)
    yield Fact("calendar-days", gettext("Year"), str(page.year))
    if page.issued_on:
        yield Fact("calendar-days", gettext("Issued on"), date_format(page.issued_on, "j F Y"))
    yield Fact("scale", gettext("List of public information"), page.get_disclosure_display())
    kind, size = page.document.type_text, page.document.size_text
    yield Fact("download", gettext("File"), f"{kind}, {size}")
