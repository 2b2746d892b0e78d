"""Marks and snippets of search results, without a database."""

import re

import pytest

from sites.search.highlight import SNIPPET, Marks
from sites.search.terms import Term

pytestmark = pytest.mark.once

LONG = (
    "Warga berkumpul di balai. " * 20
    + "Posyandu dibuka pukul delapan untuk semua balita. "
    + "Lalu pulang. " * 30
)


def marks(*words, others=(), language="id"):
    return Marks([Term(tuple((word,) for word in words), tuple(others))], language)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Posyandu balita", "<mark>Posyandu</mark> balita"),
        ("POSYANDU", "<mark>POSYANDU</mark>"),
        ("Posyandu, posyandu", "<mark>Posyandu</mark>, <mark>posyandu</mark>"),
        ("Tidak ada", "Tidak ada"),
        ("", ""),
    ],
)
def test_words_are_marked_as_they_are_written(text, shown):
    assert marks("posyandu").mark(text) == shown


def test_other_forms_and_spellings_are_marked():
    assert marks("layanan").mark("Pelayanan") == "<mark>Pelayanan</mark>"
    assert marks("endog").mark("Endhog") == "<mark>Endhog</mark>"


def test_a_phrase_is_marked_as_a_whole_and_its_words_alone_are_not():
    shown = marks("ktp", others=["kartu tanda penduduk"]).mark("Kartu tanda penduduk, kartu keluarga")
    assert shown == "<mark>Kartu tanda penduduk</mark>, kartu keluarga"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", 'a "b" & c', "<mark>", "{}{0}"])
def test_nothing_of_the_text_becomes_html(text):
    for shown in (marks("script", "b").mark(text), marks("script", "b").snippet(text)):
        assert not re.sub(r"</?mark>", "", str(shown)).count("<")


def test_a_snippet_shows_the_place_of_the_word_in_whole_words():
    shown = re.sub(r"</?mark>", "", str(marks("posyandu").snippet(LONG)))
    inner = shown.removeprefix("… ").removesuffix(" …")
    assert shown.startswith("… ") and shown.endswith(" …")
    assert "Posyandu dibuka pukul delapan" in inner
    assert inner in LONG
    assert len(inner) <= SNIPPET
    assert set(inner.split()) <= set(LONG.split())


def test_a_snippet_without_the_word_is_the_beginning():
    assert str(marks("kopi").snippet(LONG)).startswith("Warga berkumpul di balai.")
    assert str(marks("kopi").snippet("Pendek.")) == "Pendek."


def test_one_very_long_word_is_cut():
    assert len(marks("x").snippet("y" * 5_000)) <= SNIPPET + 4


def test_the_last_word_of_a_text_has_its_snippet():
    text = "kata " * 100 + "posyandu"
    shown = str(marks("posyandu").snippet(text))
    assert shown.endswith("<mark>posyandu</mark>")
    assert shown.startswith("… kata")
