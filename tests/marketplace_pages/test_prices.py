"""Prices as people type them."""

import pytest

from marketplace_pages.prices import range_text, read_rupiah

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("typed", "rupiah"),
    [
        ("15000", 15_000),
        ("15.000", 15_000),
        ("15,000", 15_000),
        ("Rp 15.000,-", 15_000),
        ("Rp. 15.000,00", 15_000),
        ("rp15.000", 15_000),
        ("IDR 1,250,000.00", 1_250_000),
        ("15 000", 15_000),
        ("15rb", 15_000),
        ("15 ribu", 15_000),
        ("1,5 juta", 1_500_000),
        (15_000, 15_000),
    ],
)
def test_amounts_are_understood_as_people_write_them(typed, rupiah):
    assert read_rupiah(typed) == rupiah


@pytest.mark.parametrize(
    "typed", ["", "gratis", "15.00.0", "-15000", "Rp", "12.5", "15 kg", "9" * 400 + ",5 juta"]
)
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(ValueError, match="Not an amount"):
        read_rupiah(typed)


def test_a_range_names_both_ends_only_where_they_differ():
    assert range_text(15_000, None) == "Rp\u00a015.000"
    assert range_text(15_000, 15_000) == "Rp\u00a015.000"
    assert range_text(15_000, 20_000) == "Rp\u00a015.000–Rp\u00a020.000"
