"""An Excel file: a sheet each for courses, lessons and questions.

What reads it is large, and few send one: loaded for the first one.
"""

import io

from django.utils.translation import gettext as _

from sites.workbooks import BROKEN, broken, complaint_about

from .columns import COLUMNS, COURSES, LESSONS
from .csv_files import MOST_COLUMNS, MOST_ROWS
from .drafts import Parsed, Problem
from .tables import Row, read, unknown_columns
from .words import plain


def read_xlsx(data: bytes) -> Parsed:
    if complaint := complaint_about(data):
        return Parsed(problems=[Problem("", "", complaint)])
    from openpyxl import load_workbook

    problems = []
    try:
        book = load_workbook(io.BytesIO(data), read_only=True)
        sheets = {plain(sheet.title): _rows(sheet, problems) for sheet in _known(book)}
    except BROKEN:
        return Parsed(problems=[Problem("", "", broken())])
    for name in (COURSES, LESSONS):
        if name not in sheets:
            message = _("The sheet “%(name)s” is missing.") % {"name": name.capitalize()}
            problems.append(Problem("", "", message))
    return read(sheets, problems)


def _known(book) -> list:
    return [sheet for sheet in book.worksheets if plain(sheet.title) in COLUMNS]


def _rows(sheet, problems: list[Problem]) -> list[Row]:
    kind, found, head = plain(sheet.title), [], []
    for number, cells in enumerate(sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS), start=1):
        place = _("Sheet %(sheet)s, row %(number)d") % {"sheet": sheet.title, "number": number}
        if number == 1:
            head = [plain(cell.value) if cell.value is not None else "" for cell in cells]
            problems += unknown_columns(head, [kind], place)
            continue
        row = Row(place, {name: cell.value for name, cell in zip(head, cells, strict=False) if name})
        if all(value is None or not str(value).strip() for value in row.cells.values()):
            continue
        if number > MOST_ROWS:
            problems.append(Problem(place, "", _("The sheet is too long; no more rows are read.")))
            break
        problems += _faults(place, head, cells)
        found.append(row)
    return found


def _faults(place: str, head: list[str], cells) -> list[Problem]:
    """Cells that hold something else than what their reader sees."""
    found = []
    for name, cell in zip(head, cells, strict=False):
        if name and cell.data_type == "f":
            found.append(Problem(place, name, _("This is a formula. Write its result instead.")))
        elif name and cell.data_type == "e":
            found.append(Problem(place, name, _("This cell holds an error of the spreadsheet.")))
        elif name and cell.is_date:
            found.append(
                Problem(place, name, _("Excel made a date of this. Give the cell the format “Text”."))
            )
    return found
