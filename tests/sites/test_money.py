"""Amounts of rupiah, written one way everywhere."""

import pytest
from django.template import Context, Template
from django.utils import translation

from sites.money import format_rupiah, rupiah_in_words

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("amount", "language", "text"),
    [
        (45000, "id", "Rp\u00a045.000"),
        (45000, "en", "Rp\u00a045,000"),
        (0, "id", "Rp\u00a00"),
        (999, "id", "Rp\u00a0999"),
        (1_880_000_000, "id", "Rp\u00a01.880.000.000"),
        (-1500, "id", "−Rp\u00a01.500"),
    ],
)
def test_an_amount_is_grouped_as_its_language_does(amount, language, text):
    assert format_rupiah(amount, language) == text


def test_without_a_language_the_reader_s_counts():
    with translation.override("en"):
        assert format_rupiah(45000) == "Rp\u00a045,000"


def test_templates_write_amounts_the_same_way():
    with translation.override("id"):
        page = Template("{% load site_tags %}{{ price|rupiah }}").render(Context({"price": 385000}))
    assert page == format_rupiah(385000, "id")


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "Rp 0"),
        (950_000, "Rp 950,000"),
        (1_000_000, "Rp 1 million"),
        (71_250_000, "Rp 71.2 million"),
        (318_000_000, "Rp 318 million"),
        (999_400_000, "Rp 999 million"),
        (999_600_000, "Rp 1 billion"),
        (1_884_000_000, "Rp 1.88 billion"),
        (2_345_000_000_000, "Rp 2,345 billion"),
        (-64_000_000, "−Rp 64 million"),
    ],
)
def test_large_amounts_are_said_in_words(amount, text):
    with translation.override("en"):
        assert rupiah_in_words(amount) == text.replace(" ", "\u00a0", 1)
