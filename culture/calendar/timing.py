"""What an event, and an entry of a calendar, say of their time."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.text import get_text_list
from django.utils.translation import gettext

from culture.states import EventStatus
from sites import moments


class Timed:
    """For what has `starts_at` (or none yet), `ends_at`, `is_all_day`, `status` and `moved_from`.

    `usual_months` and `lunar_date` say when it usually is.
    """

    starts_at: datetime | None
    ends_at: datetime | None
    is_all_day: bool
    usual_months: list[int]
    lunar_date: str

    @property
    def _span(self) -> tuple[datetime | None, datetime | None, bool]:
        return self.starts_at, self.ends_at, self.is_all_day

    @property
    def first_day(self) -> date | None:
        return moments.day_of(self.starts_at) if self.starts_at else None

    @property
    def last_day(self) -> date | None:
        return moments.last_day(*self._span) if self.starts_at else None

    @property
    def hours_text(self) -> str:
        """What stands beside the block with its first day."""
        return moments.hours_text(*self._span) if self.starts_at else self.season_text

    @property
    def when_text(self) -> str:
        return moments.when_text(*self._span) if self.starts_at else self.season_text

    @property
    def months_text(self) -> str:
        """Names of the months in which it usually is."""
        return get_text_list([str(MONTHS[month]) for month in self.usual_months], gettext("or"))

    @property
    def season_text(self) -> str:
        """When it usually is: "usually in October", "2 Syawal"."""
        if self.lunar_date:
            return self.lunar_date
        return gettext("usually in %(months)s") % {"months": self.months_text} if self.usual_months else ""

    @property
    def status_label(self) -> str:
        """That it is not as it was planned; empty where it is."""
        status = EventStatus(self.status)
        return "" if status == EventStatus.SCHEDULED else str(status.label)

    @property
    def moved_text(self) -> str:
        """When it was to be, where it was moved."""
        if self.status != EventStatus.MOVED or not self.moved_from:
            return ""
        return gettext("Was planned for: %(when)s") % {
            "when": moments.when_text(self.moved_from, None, self.is_all_day)
        }

    @property
    def is_cancelled(self) -> bool:
        return self.status == EventStatus.CANCELLED

    @property
    def is_over(self) -> bool:
        """Whether it has ended; what says no end lasts for its day."""
        if not self.starts_at:
            return False
        if self.ends_at and not self.is_all_day:
            return self.ends_at < timezone.now()
        return self.last_day < timezone.localdate()
