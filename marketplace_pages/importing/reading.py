"""From a file to rows of plain texts; what can't be a table at all is refused here, with the reason."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sites.workbooks import OLD_OR_LOCKED

from . import csv_files, xlsx_files
from .columns import BY_KEY, NEEDED, key_of
from .rows import MOST_BYTES, MOST_ROWS, Row, Unreadable

ZIP = b"PK\x03\x04"


@dataclass
class Table:
    """Rows with what their file has beside: names of columns that nobody knows."""

    rows: list[Row]
    unknown: list[str]


def read_table(name: str, data: bytes) -> Table:
    """Read a file by what it holds; the end of its name decides only where that says nothing."""
    if len(data) > MOST_BYTES:
        raise Unreadable(
            _("This file is too large: %(most)d MB are allowed.") % {"most": MOST_BYTES // 10**6}
        )
    if not data.strip():
        raise Unreadable(_("This file is empty."))
    is_book = data.startswith((ZIP, OLD_OR_LOCKED))
    if not is_book and name.lower().rpartition(".")[2] not in ("csv", "txt", "tsv"):
        raise Unreadable(_("Choose a file that ends with .xlsx or .csv."))
    head, rows = xlsx_files.read_rows(data) if is_book else csv_files.read_rows(data)
    return _table(head, rows)


def _table(head: list[str], rows: list[Row]) -> Table:
    """`rows` have their cells by the name that the file gives their columns."""
    keys = {name: key_of(name) for name in head if name}
    _complain_about_head(head, keys)
    if len(rows) > MOST_ROWS:
        text = _("This table has more than %(most)d rows. Divide it into several files.")
        raise Unreadable(text % {"most": MOST_ROWS})
    if not rows:
        raise Unreadable(
            _("There is no product in this file: below the names of the columns nothing is written.")
        )
    for row in rows:
        row.cells = {keys[name]: text for name, text in row.cells.items() if keys.get(name)}
    return Table(rows, [name for name, key in keys.items() if key is None])


def _complain_about_head(head: list[str], keys: dict[str, str | None]) -> None:
    known = [keys[name] for name in head if name and keys[name]]
    missing = [BY_KEY[key].name for key in NEEDED if key not in known]
    twice = sorted({BY_KEY[key].name for key in known if known.count(key) > 1})
    if missing:
        text = ngettext(
            "This column is missing: %(names)s. The first row must hold the names of the columns.",
            "These columns are missing: %(names)s. The first row must hold the names of the columns.",
            len(missing),
        )
        raise Unreadable(text % {"names": ", ".join(missing)})
    if twice:
        raise Unreadable(_("This column is there twice: %(names)s.") % {"names": ", ".join(twice)})
