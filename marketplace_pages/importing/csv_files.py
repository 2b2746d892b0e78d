"""A CSV file: finds out its letters and what parts its columns."""

import csv
import io
import re

from django.utils.translation import gettext as _

from .columns import key_of
from .decoding import Undecodable, decode
from .rows import MOST_COLUMNS, MOST_ROWS, Row, Unreadable

SEPARATORS = (",", ";", "\t")
# Not read, but told of, for files that part their columns by something else.
OTHERS = ("|", ":", "/", "~")
EXCELS_OWN = re.compile(r"^sep=(.)\r?\n", re.IGNORECASE)
# What `sites.spreadsheets.harmless` puts before a text that a spreadsheet would reckon.
MADE_HARMLESS = re.compile(r"^'(?=[=+\-@\t\r])")


def read_rows(data: bytes) -> tuple[list[str], list[Row]]:
    """The names of the columns and the rows, one more at most than are allowed. Raises `Unreadable`."""
    try:
        text = decode(data)
    except Undecodable:
        message = _("The letters of this file can't be read. Save it as “CSV UTF-8”, or as .xlsx.")
        raise Unreadable(message) from None
    skipped = 1 if EXCELS_OWN.match(text) else 0
    text = EXCELS_OWN.sub("", text).lstrip("\ufeff")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        return _rows(reader, skipped)
    except csv.Error:
        text = _("Row %(number)d can't be read: perhaps a quotation mark is missing there, or one too many.")
        raise Unreadable(text % {"number": reader.line_num + skipped}) from None


def _separator(text: str) -> str:
    """What parts the names in the first row so that most of them are known. Raises `Unreadable`."""
    head = text.split("\n", 1)[0].strip("\r")
    best = max(SEPARATORS, key=lambda separator: _known(head, separator))
    if _known(head, best) > 1:
        return best
    for other in OTHERS:
        if _known(head, other) > 1:
            message = _("The columns are parted by “%(sign)s”. Use a comma, a semicolon or a tab.")
            raise Unreadable(message % {"sign": other})
    message = _(
        "The names of the columns are not known, or nothing understood parts them: use a comma, a semicolon "
        "or a tab. The first row must hold names as the sample file has them."
    )
    raise Unreadable(message)


def _known(head: str, separator: str) -> int:
    return sum(key_of(name.strip('" ')) is not None for name in head.split(separator))


def _rows(reader, skipped: int) -> tuple[list[str], list[Row]]:
    head = [name.strip() for name in next(reader)]
    if len(head) > MOST_COLUMNS:
        raise Unreadable(_("A table has %(most)d columns at most.") % {"most": MOST_COLUMNS})
    rows = []
    before = reader.line_num
    for cells in reader:
        # The line at which the row begins, as an editor counts; a text of several lines is one row.
        number, before = before + 1 + skipped, reader.line_num
        if any(cell.strip() for cell in cells):
            rows.append(_row(number, head, cells))
        if len(rows) > MOST_ROWS:
            break
    return head, rows


def _row(number: int, head: list[str], cells: list[str]) -> Row:
    row = Row(number, {})
    if any(cell.strip() for cell in cells[len(head) :]):
        row.faults.append(
            _("It has more cells than there are columns. A text with a separator needs quotes.")
        )
    for name, cell in zip(head, cells, strict=False):
        if cell.startswith("="):
            row.faults.append(
                _("%(column)s: this is a formula. Write its result instead.") % {"column": name}
            )
        row.cells[name] = MADE_HARMLESS.sub("", cell.strip()).replace("\r\n", "\n")
    return row
