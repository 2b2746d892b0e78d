"""All groups of the style guide, made afresh for each request: dates follow the day."""

from sites.style_guide.entries import Group

from . import announcements, basics, cards, forms, learning, lists, navigation, office, portal, text

MODULES = (basics, navigation, announcements, text, cards, lists, learning, forms, office, portal)


def groups() -> list[Group]:
    return [module.group() for module in MODULES]
