"""Days counted from the one on which a test runs: a run of all tests may go past midnight."""

from datetime import date, timedelta

from django.utils import timezone


def in_days(number: int) -> date:
    """The day `number` days from now, earlier ones below 0; ask inside the test, never on import."""
    return timezone.localdate() + timedelta(days=number)
