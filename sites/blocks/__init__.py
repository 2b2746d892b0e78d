"""Blocks of which editors build pages; templates/blocks/ shows each of them."""

from .body import BodyBlock, HomeBodyBlock
from .opening_hours import OpeningHoursBlock, OpeningWeekBlock

__all__ = ["BodyBlock", "HomeBodyBlock", "OpeningHoursBlock", "OpeningWeekBlock"]
