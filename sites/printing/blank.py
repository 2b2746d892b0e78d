"""Pages to write on. What makes them is large, and few readers ask for a file: loaded for the first one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fpdf import FPDF


def blank_file(orientation: str, size: str | tuple[float, float]) -> FPDF:
    """A file without pages yet; sizes are a name such as "A4", or millimetres."""
    from fpdf import FPDF

    return FPDF(orientation, "mm", size)
