"""The results of a course as tables for spreadsheets."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View

from sites.spreadsheets import CSV, Row, as_csv, download

from . import figures
from .figures import Figures
from .results import OverPeriod


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
        name = f"{self.course.slug}-{self.kwargs['table']}-{timezone.localdate():%Y-%m-%d}.csv"
        return download(as_csv(tables[self.kwargs["table"]]()), CSV, name)

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
