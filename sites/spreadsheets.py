"""Tables as files for spreadsheets, in which nothing that people wrote is reckoned."""

import csv
import io
from collections.abc import Iterable

from django.http import HttpResponse

Row = list[str | int]
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Excel takes a file for Latin letters of another alphabet without it.
BYTE_ORDER_MARK = "\ufeff"


def harmless(value: str) -> str:
    """Keep a spreadsheet from reckoning what somebody wrote as a formula."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def as_csv(rows: Iterable[Row]) -> bytes:
    """A table as it opens in Excel, with all its texts `harmless`."""
    text = io.StringIO()
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([harmless(value) if isinstance(value, str) else value for value in row])
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def download(content: bytes, content_type: str, name: str) -> HttpResponse:
    """An answer that is saved under this name."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)
