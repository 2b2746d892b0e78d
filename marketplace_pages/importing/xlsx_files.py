"""An Excel file: its first sheet that has columns of ours. Nothing in it is reckoned.

What reads it is large, and few send one: loaded for the first one.
"""

import io

from django.utils.translation import gettext as _

from sites.workbooks import BROKEN, broken, complaint_about

from .columns import key_of
from .csv_files import MADE_HARMLESS
from .rows import MOST_COLUMNS, MOST_ROWS, Row, Unreadable

MOST_UNPACKED = 60_000_000
# Empty rows between others are passed over, but not without end.
MOST_ROWS_LOOKED_AT = 2 * MOST_ROWS


def read_rows(data: bytes) -> tuple[list[str], list[Row]]:
    """The names of the columns and the rows, one more at most than are allowed. Raises `Unreadable`."""
    if complaint := complaint_about(data, MOST_UNPACKED):
        raise Unreadable(complaint)
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True)
        sheets = [_sheet(sheet) for sheet in book.worksheets[:5]]
    except BROKEN:
        raise Unreadable(broken()) from None
    if not sheets:
        raise Unreadable(broken())
    return max(sheets, key=lambda sheet: sum(key_of(name) is not None for name in sheet[0]))


def _sheet(sheet) -> tuple[list[str], list[Row]]:
    lines = sheet.iter_rows(max_row=MOST_ROWS_LOOKED_AT, max_col=MOST_COLUMNS)
    head = [_text(cell) for cell in next(lines, ())]
    rows = []
    for number, cells in enumerate(lines, start=2):
        row = _row(number, head, cells)
        if any(row.cells.values()):
            rows.append(row)
        if len(rows) > MOST_ROWS:
            break
    return head, rows


def _row(number: int, head: list[str], cells) -> Row:
    row = Row(number, {})
    for name, cell in zip(head, cells, strict=False):
        if not name:
            continue
        row.cells[name] = _text(cell)
        if fault := _fault(cell):
            row.faults.append(f"{name}: {fault}")
    return row


def _fault(cell) -> str:
    """What is wrong with a cell that holds something else than what its reader sees."""
    if cell.data_type == "f":
        return _("this is a formula. Write its result instead.")
    if cell.data_type == "e":
        return _("this cell holds an error of the spreadsheet.")
    if cell.is_date:
        return _("Excel made a date of this. Give the cell the format “Text”.")
    return ""


def _text(cell) -> str:
    """A number as somebody wrote it: 3 and not 3.0; the amount behind 15000 is a whole one."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, float):
        value = int(value) if value.is_integer() else str(value).replace(".", ",")
    return MADE_HARMLESS.sub("", str(value).strip()).replace("\r\n", "\n").replace("_x000D_", "")
