"""How often products are looked at and taken to WhatsApp."""

from .tally import count_taps, count_view

__all__ = ["count_taps", "count_view"]
