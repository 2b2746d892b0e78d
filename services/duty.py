"""Who is at the counter of an office, and who hears of a new request."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from services.due import is_working_day
from services.models import DutyShift
from sites.models import User, Village
from sites.opening_hours import DAYS

LOOK_AHEAD_DAYS = 14


def on_duty(village: Village, day: date | None = None) -> list[DutyShift]:
    """The shifts of a day, today unless another is named; none on a day on which the office is closed."""
    day = day or timezone.localdate()
    if not is_working_day(village.site.sitesettings, day):
        return []
    return list(village.duty_shifts.filter(day=DAYS[day.weekday()]).select_related("user"))


def next_on_duty(village: Village) -> list[DutyShift]:
    """The shifts of today, or of the next day on which anybody is at the counter."""
    today = timezone.localdate()
    days = (today + timedelta(ahead) for ahead in range(LOOK_AHEAD_DAYS))
    return next(filter(None, (on_duty(village, day) for day in days)), [])


def team_of(village: Village) -> QuerySet[User]:
    """Accounts that work for a village, as admin or contributor."""
    member = Q(groups=village.admin_group_id) | Q(groups=village.contributor_group_id)
    return User.objects.filter(member, is_active=True).distinct()


def clerks_of(village: Village) -> QuerySet[User]:
    """Those of the team that see its requests: admins, and who stands in the roster."""
    clerk = Q(groups=village.admin_group_id) | Q(pk__in=village.duty_shifts.exclude(user=None).values("user"))
    return User.objects.filter(clerk, pk__in=team_of(village).values("pk")).distinct()


def accounts_to_tell(village: Village) -> list[User]:
    """Who hears of a new request: staff on duty who are still in the team, or else the admins."""
    keys = {shift.user_id for shift in next_on_duty(village)}
    reachable = team_of(village).exclude(email="")
    return list(reachable.filter(pk__in=keys)) or list(reachable.filter(groups=village.admin_group_id))
