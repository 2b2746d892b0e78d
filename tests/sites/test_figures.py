from decimal import Decimal

import pytest
from django.utils import translation

from sites import figures

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("2569", 2569),
        ("2.569", 2569),
        ("1.234.567", 1234567),
        ("12,5", Decimal("12.5")),
        (" 7 ", 7),
        ("0", 0),
    ],
)
def test_numbers_are_read_as_indonesians_write_them(typed, number):
    assert figures.as_number(typed) == number


@pytest.mark.parametrize("typed", ["", "12.5", "1.23", "dua", "± 40", "1/2", "12,", "-3", "٣", "1e9"])
def test_what_is_no_number_stays_text(typed):
    assert figures.as_number(typed) is None
    assert figures.readable(typed) == typed


@pytest.mark.parametrize(
    ("typed", "indonesian", "english"),
    [("2569", "2.569", "2,569"), ("12,50", "12,5", "12.5"), ("14", "14", "14"), ("1.000", "1.000", "1,000")],
)
def test_numbers_are_written_as_the_reader_is_used_to(typed, indonesian, english):
    with translation.override("id"):
        assert figures.readable(typed) == indonesian
    with translation.override("en"):
        assert figures.readable(typed) == english


def test_an_area_has_no_zeros_that_nobody_typed():
    with translation.override("id"):
        assert figures.readable(Decimal("117.00")) == "117"
        assert figures.readable(Decimal("9.70")) == "9,7"
        assert figures.readable(Decimal("1200")) == "1.200"
