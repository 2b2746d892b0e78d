"""A CSV file: one table for all, whose column “jenis” says what each row is."""

import csv
import io

from django.utils.translation import gettext as _

from .columns import COURSES, KIND_OF_ROW, LESSONS, QUESTIONS
from .drafts import Parsed, Problem
from .tables import Row, read, unknown_columns
from .words import plain

MOST_ROWS, MOST_COLUMNS = 2000, 40
KINDS = [COURSES, LESSONS, QUESTIONS]


def read_csv(text: str) -> Parsed:
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=_delimiter(text), strict=True))
    except csv.Error:
        return Parsed(
            problems=[Problem("", "", _("This table is broken: perhaps a quotation mark is missing."))]
        )
    if not rows or len(rows) > MOST_ROWS:
        message = _("A table has from 1 to %(most)d rows.") % {"most": MOST_ROWS}
        return Parsed(problems=[Problem("", "", message)])
    if len(rows[0]) > MOST_COLUMNS:
        message = _("A table has %(most)d columns at most.") % {"most": MOST_COLUMNS}
        return Parsed(problems=[Problem(_("Row 1"), "", message)])
    head = [plain(name) for name in rows[0]]
    others = [name for name in head if name != KIND_OF_ROW]
    problems = unknown_columns(others, KINDS, _("Row 1"))
    if KIND_OF_ROW not in head:
        message = _("This column is missing. It says of each row: kursus, pelajaran or pertanyaan.")
        return Parsed(problems=[*problems, Problem(_("Row 1"), KIND_OF_ROW, message)])
    return read(_sheets(head, rows[1:], problems), problems)


def _delimiter(text: str) -> str:
    """Excel writes what the country of its user is used to: a semicolon in Indonesia."""
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _sheets(head: list[str], rows: list[list[str]], problems: list[Problem]) -> dict[str, list[Row]]:
    sheets = {kind: [] for kind in KINDS}
    for number, cells in enumerate(rows, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        place = _("Row %(number)d") % {"number": number}
        row = Row(place, dict(zip(head, cells, strict=False)))
        kind = plain(row.cells.get(KIND_OF_ROW, ""))
        problems += [
            Problem(place, name, _("This is a formula. Write its result instead."))
            for name, cell in row.cells.items()
            if cell.startswith("=")
        ]
        if kind in sheets:
            sheets[kind].append(row)
        else:
            problems.append(Problem(place, KIND_OF_ROW, _("Write kursus, pelajaran or pertanyaan.")))
    return sheets
