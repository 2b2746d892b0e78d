"""Blocks of which editors build pages; templates/blocks/ shows each of them."""

from .body import BodyBlock
from .home import HomeBodyBlock, VillageHomeBlock
from .opening_hours import ExceptionalDaysStreamBlock, OpeningHoursBlock, OpeningWeekBlock

__all__ = [
    "BodyBlock",
    "ExceptionalDaysStreamBlock",
    "HomeBodyBlock",
    "OpeningHoursBlock",
    "OpeningWeekBlock",
    "VillageHomeBlock",
]
