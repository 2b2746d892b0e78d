"""The results of a course as tables for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View

from sites.reports.shared import harmless

from . import figures
from .figures import Figures
from .results import OverPeriod

Row = list[str | int]
# Excel takes a file for Latin letters of another alphabet without it.
BYTE_ORDER_MARK = "\ufeff"


def numbers_head() -> list[str]:
    return [_("Begun"), _("Finished"), _("Tries of the quiz"), _("Passed"), _("Passed (percent)")]


def numbers_of(found: Figures) -> Row:
    percent = "" if found.pass_percent is None else found.pass_percent
    return [found.starts, found.completions, found.tries, found.passed, percent]


class ExportView(OverPeriod, View):
    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        tables = {"bulan": self.months, "pertanyaan": self.questions, "desa": self.places}
        if self.kwargs["table"] not in tables:
            raise Http404
        answer = HttpResponse(as_csv(tables[self.kwargs["table"]]()), content_type="text/csv; charset=utf-8")
        name = f"{self.course.slug}-{self.kwargs['table']}-{timezone.localdate():%Y-%m-%d}.csv"
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer

    def months(self) -> Iterator[Row]:
        yield [_("Month"), *numbers_head()]
        for month, found in figures.by_month(self.course, self.first_day).items():
            yield [f"{month:%Y-%m}", *numbers_of(found)]

    def questions(self) -> Iterator[Row]:
        yield [_("Number"), _("Question"), _("Answered"), _("Wrong"), _("Wrong (percent)")]
        for row in figures.by_question(self.course, self.first_day):
            yield [row.number or "", row.text, row.answered, row.wrong, row.wrong_percent]

    def places(self) -> Iterator[Row]:
        if not self.is_for_villages:
            raise Http404
        yield [_("Village"), *numbers_head()]
        for village, found in figures.by_place(self.course, self.first_day):
            yield [str(village or _("Portal")), *numbers_of(found)]


def as_csv(rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([harmless(value) if isinstance(value, str) else value for value in row])
    return (BYTE_ORDER_MARK + text.getvalue()).encode()
