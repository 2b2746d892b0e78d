"""All groups of the style guide, made afresh for each request: dates follow the day."""

from sites.style_guide.entries import Group

from . import (
    announcements,
    basics,
    calendar,
    cards,
    certificates,
    classes,
    complaints,
    culture,
    forms,
    frame,
    home,
    learning,
    lists,
    market,
    market_lists,
    navigation,
    office,
    offline,
    people,
    portal,
    profile,
    public_information,
    search,
    services,
    text,
)

MODULES = (
    basics,
    frame,
    navigation,
    search,
    announcements,
    text,
    cards,
    lists,
    culture,
    calendar,
    learning,
    offline,
    certificates,
    classes,
    services,
    market,
    market_lists,
    public_information,
    complaints,
    forms,
    office,
    people,
    profile,
    home,
    portal,
)


def groups() -> list[Group]:
    return [module.group() for module in MODULES]
