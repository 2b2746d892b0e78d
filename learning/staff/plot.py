"""Tries by month as bars, what was passed in front of it: whole coordinates for an SVG, no words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .figures import Figures

WIDTH, HEIGHT, GAP = 600, 120, 4
LEAST = 3  # so that one try can be told from none


@dataclass(frozen=True)
class Bar:
    x: int
    width: int
    height: int
    passed: int

    @property
    def y(self) -> int:
        return HEIGHT - self.height

    @property
    def passed_y(self) -> int:
        return HEIGHT - self.passed


@dataclass(frozen=True)
class Plot:
    width: int
    height: int
    bars: list[Bar]


def plot_of(months: Mapping[date, Figures]) -> Plot:
    """As high as the month with the most tries; at least one month."""
    step = WIDTH // len(months)
    highest = max(figures.tries for figures in months.values())
    bars = [
        Bar(
            place * step,
            step - GAP,
            _height(figures.tries, highest),
            _height(figures.passed, highest) if figures.passed else 0,
        )
        for place, figures in enumerate(months.values())
        if figures.tries
    ]
    return Plot(step * len(months), HEIGHT, bars)


def _height(number: int, highest: int) -> int:
    return max(LEAST, round(HEIGHT * number / highest))
