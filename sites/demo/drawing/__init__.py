"""Draws the sample pictures: a canvas, the motif, landscapes, and the scenes made of them."""

from .canvas import Canvas
from .palette import PRESETS, palette_for
from .scenes import SCENES

__all__ = ["PRESETS", "SCENES", "Canvas", "palette_for"]
