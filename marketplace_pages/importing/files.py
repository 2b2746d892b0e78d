"""The table as a file: products of a village, the sample, and rows to mend.

What writes XLSX is large, and few ask for it: loaded for the first one.
"""

import io
from collections.abc import Iterable

from sites.spreadsheets import CSV, XLSX, Row, as_csv, harmless

from .columns import COLUMNS, Column

KINDS = {"csv": CSV, "xlsx": XLSX}


def table_as(kind: str, rows: Iterable[Row], columns: Iterable[Column] = COLUMNS) -> bytes:
    """Rows below the names of the columns, as "csv" or "xlsx", in which nothing is reckoned."""
    columns = list(columns)
    head = [column.name for column in columns]
    if kind == "csv":
        return as_csv([head, *rows])
    return _book([("Produk", head, rows)], columns)


def explained_book(rows: Iterable[Row]) -> bytes:
    """An Excel file with a second sheet that says what belongs into each column."""
    head = [column.name for column in COLUMNS]
    guide = [[column.name, str(column.explained)] for column in COLUMNS]
    return _book([("Produk", head, rows), ("Penjelasan", None, guide)], list(COLUMNS))


def _book(sheets, columns: list[Column]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for title, head, rows in sheets:
        sheet = book.create_sheet(title)
        if head:
            sheet.append(head)
        for row in rows:
            sheet.append([harmless(value) if isinstance(value, str) else value for value in row])
        _dress(sheet, [column.width for column in columns] if head else [22, 90])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _dress(sheet, widths: list[int]) -> None:
    """Columns as wide as what belongs into them, with room for paragraphs; the names of the columns stay."""
    from openpyxl.styles import Alignment, Font

    for cells, width in zip(sheet.columns, widths, strict=False):
        sheet.column_dimensions[cells[0].column_letter].width = width
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    if sheet.title == "Produk":
        sheet.freeze_panes = "C2"
        for cell in sheet[1]:
            cell.font = Font(bold=True)
