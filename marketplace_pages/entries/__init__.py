"""Keeps `MarketEntry` true: one row for each version of a product that readers may open."""

from .keeping import keep_entries

__all__ = ["keep_entries"]
