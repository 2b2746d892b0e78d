"""Rows of a table as they come out of a file, whichever kind it is."""

from dataclasses import dataclass, field

MOST_BYTES, MOST_ROWS, MOST_COLUMNS = 5_000_000, 5_000, 60


class Unreadable(ValueError):
    """A file that is no table of products; its text says why, to the person who sent it."""


@dataclass
class Row:
    """One product as somebody wrote it: texts by the key of their column, and faults of cells."""

    number: int
    cells: dict[str, str]
    faults: list[str] = field(default_factory=list)

    def as_json(self) -> list:
        return [self.number, self.cells, self.faults]
