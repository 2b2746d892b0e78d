"""Keeps `MarketEntry` true: one row for each version of a product that readers may open."""

from .batches import together
from .ended import drop_ended_permits
from .keeping import keep_entries

__all__ = ["drop_ended_permits", "keep_entries", "together"]
