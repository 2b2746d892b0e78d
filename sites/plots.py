"""Numbers over time as bars: whole coordinates for an SVG, no database, no words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT = 600, 120
GAP = 2
LEAST = 3  # so that one view can be told from none


@dataclass(frozen=True)
class Bar:
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Plot:
    """Bars with the numbers that they stand for, oldest first; `numbers` are pairs of a day and a number."""

    numbers: list[tuple[date, int]]
    width: int
    height: int
    bars: list[Bar]

    @property
    def total(self) -> int:
        return sum(number for _day, number in self.numbers)

    @property
    def highest(self) -> tuple[date, int]:
        """The day of the most views, and how many they were; the first of several such days."""
        return max(self.numbers, key=lambda pair: pair[1])

    @property
    def is_daily(self) -> bool:
        """Whether each bar is one day, not several together."""
        return (self.last - self.first).days == len(self.numbers) - 1

    @property
    def first(self) -> date:
        return self.numbers[0][0]

    @property
    def last(self) -> date:
        return self.numbers[-1][0]

    @property
    def latest_first(self) -> list[tuple[date, int]]:
        return self.numbers[::-1]


def plot_of(numbers: Iterable[tuple[date, int]]) -> Plot:
    """A plot of at least one day, as high as its highest bar."""
    numbers = list(numbers)
    step = WIDTH // len(numbers)
    highest = max(number for _day, number in numbers)
    bars = []
    for place, (_day, number) in enumerate(numbers):
        if number:
            height = max(LEAST, round(HEIGHT * number / highest))
            bars.append(Bar(place * step, HEIGHT - height, step - GAP, height))
    return Plot(numbers, step * len(numbers), HEIGHT, bars)
