from datetime import date

import pytest
from django.utils import translation

from sites import terms

TODAY = date(2026, 5, 9)


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (None, None, True),
        (date(2021, 1, 1), None, True),
        (date(2021, 1, 1), TODAY, True),
        (None, date(2026, 5, 8), False),
        (date(2026, 5, 10), None, False),
    ],
)
def test_a_term_lasts_from_its_first_to_the_end_of_its_last_day(since, until, expected):
    assert terms.is_in_office(since, until, TODAY) is expected


@pytest.mark.parametrize(
    ("since", "until", "text"),
    [
        (None, None, ""),
        (date(2021, 2, 1), date(2027, 2, 1), "2021–2027"),
        (date(2021, 2, 1), date(2021, 9, 1), "2021"),
        (date(2021, 2, 1), None, "since 2021"),
        (None, date(2027, 2, 1), "until 2027"),
    ],
)
def test_a_term_is_written_in_years(since, until, text):
    with translation.override("en"):
        assert terms.term_text(since, until) == text
