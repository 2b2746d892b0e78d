"""All registrations of a class as a table for spreadsheets: CSV or XLSX.

What writes XLSX is large, and few ask for it: loaded for the first one.
"""

import io
import re
from collections.abc import Callable, Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View

from culture.models import ClassPage, Registration
from sites import phones
from sites.spreadsheets import CSV, XLSX, Row, as_csv, download, harmless

from .desk import AtDesk

# What XLSX can't store: signs without a shape, other than tabs and ends of lines.
NOT_STORED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def head() -> list[str]:
    return [
        _("Number"),
        _("Code"),
        _("Name"),
        _("State"),
        _("Age"),
        _("Parent or guardian"),
        _("WhatsApp number"),
        _("E-mail"),
        _("Language"),
        _("Registered"),
        _("Sessions attended"),
    ]


def row_of(registration: Registration) -> Row:
    """One person; `with_attendance()` has said how often they came."""
    texts = (
        registration.code,
        registration.name,
        registration.get_state_display(),
        registration.get_age_group_display(),
        registration.guardian_name,
        # As it is dialled: digits alone would become a number without its zero.
        phones.readable(registration.whatsapp) if registration.whatsapp else "",
        registration.email,
        registration.get_language_display(),
        f"{timezone.localtime(registration.created_at):%Y-%m-%d %H:%M}",
    )
    return [registration.number, *(safe(text) for text in texts), registration.came]


def safe(text: object) -> str:
    """Without what a spreadsheet would reckon, or could not store."""
    return harmless(NOT_STORED.sub("", str(text)))


def table_of(page: ClassPage) -> list[Row]:
    return [head(), *map(row_of, page.registrations.with_attendance().in_list_order())]


def as_xlsx(rows: Iterable[Row]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Registrations"))
    for row in rows:
        sheet.append([_unreckoned(WriteOnlyCell(sheet, value)) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _unreckoned(cell):
    """The cell, whose text stays one."""
    if isinstance(cell.value, str):
        cell.data_type, cell.number_format = "s", "@"
    return cell


KINDS: dict[str, tuple[Callable[[Iterable[Row]], bytes], str]] = {
    "csv": (as_csv, CSV),
    "xlsx": (as_xlsx, XLSX),
}


class ExportView(AtDesk, View):
    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if self.kwargs["kind"] not in KINDS:
            raise Http404
        write, content_type = KINDS[self.kwargs["kind"]]
        self.note("export")
        name = f"{self.class_page.slug}-{timezone.localdate():%Y-%m-%d}.{self.kwargs['kind']}"
        return download(write(table_of(self.class_page)), content_type, name)
