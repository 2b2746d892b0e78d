"""Draws the sample pictures: landscapes, what stands in them, and the scenes made of both."""

from .scenes import SCENES

__all__ = ["SCENES"]
