"""What has come of a course, in numbers: by month, by question, by village. Nobody is named anywhere."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from learning.models import Attempt, CoursePage, Milestone
from sites.models import Village

from .old_questions import texts_of


@dataclass
class Figures:
    """How often a course was begun, finished, tried and passed."""

    starts: int = 0
    completions: int = 0
    tries: int = 0
    passed: int = 0

    @property
    def pass_percent(self) -> int | None:
        """Share of the tries that were passed; None where nobody has tried."""
        return round(100 * self.passed / self.tries) if self.tries else None


@dataclass(frozen=True)
class QuestionFigures:
    """`number` is its place in the quiz, None for a question that is no longer there."""

    number: int | None
    text: str
    answered: int
    wrong: int

    @property
    def wrong_percent(self) -> int:
        return round(100 * self.wrong / self.answered)


def first_month(months: int, today: date | None = None) -> date:
    """The first day of a period that ends with this month."""
    today = today or timezone.localdate()
    index = today.year * 12 + today.month - months
    return date(index // 12, index % 12 + 1, 1)


def months_since(first: date, today: date | None = None) -> Iterator[date]:
    today = today or timezone.localdate()
    last = today.year * 12 + today.month - 1
    for index in range(first.year * 12 + first.month - 1, last + 1):
        yield date(index // 12, index % 12 + 1, 1)


def by_month(course: CoursePage, first: date) -> dict[date, Figures]:
    """The figures of each month, the first one first; a month without any is 0. Two queries."""
    found = {month: Figures() for month in months_since(first)}
    for moment, figures in _counted(course, first, "month"):
        _add(found[timezone.localdate(moment).replace(day=1)], figures)
    return found


def by_place(course: CoursePage, first: date) -> list[tuple[Village | None, Figures]]:
    """The figures of each village where it was taken, most begun first; None: the portal. Three queries."""
    found = defaultdict(Figures)
    for site, figures in _counted(course, first, "site"):
        _add(found[site], figures)
    villages = {village.site_id: village for village in Village.objects.filter(site__in=found)}
    rows = [(villages.get(site), figures) for site, figures in found.items()]
    return sorted(rows, key=lambda row: (-row[1].starts, -row[1].tries, str(row[0] or "")))


def total(rows: Iterable[Figures]) -> Figures:
    found = Figures()
    for figures in rows:
        _add(found, figures)
    return found


def _counted(course: CoursePage, first: date, name: str) -> Iterator[tuple[object, Figures]]:
    for key, kind, number in Milestone.objects.of(course).since(first).counted_by(name):
        yield key, Figures(starts=number) if kind == Milestone.Kind.START else Figures(completions=number)
    for key, tries, passed in Attempt.objects.of(course).since(first).counted_by(name):
        yield key, Figures(tries=tries, passed=passed)


def _add(figures: Figures, more: Figures) -> None:
    for name in ("starts", "completions", "tries", "passed"):
        setattr(figures, name, getattr(figures, name) + getattr(more, name))


def by_question(course: CoursePage, first: date) -> list[QuestionFigures]:
    """Questions that were answered, the one most got wrong first; over all versions of the course."""
    answered, wrong = Counter(), Counter()
    attempts = Attempt.objects.of(course).since(first)
    for right_keys, wrong_keys in attempts.values_list("right_questions", "wrong_questions").iterator():
        answered.update([*right_keys, *wrong_keys])
        wrong.update(wrong_keys)
    numbers = {question.key: number for number, question in enumerate(course.question_list, start=1)}
    texts = {question.key: question.text for question in course.question_list}
    texts |= texts_of(attempts, answered.keys() - texts.keys())
    rows = [
        QuestionFigures(numbers.get(key), texts.get(key, ""), times, wrong[key])
        for key, times in answered.items()
    ]
    return sorted(rows, key=lambda row: (-row.wrong / row.answered, -row.answered, row.number or 0))
