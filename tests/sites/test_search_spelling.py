"""The plain rules of a search: words, spellings, stems, slips and synonyms, without a database."""

import pytest

from sites.search import spelling
from sites.search.synonyms import MEANINGS, synonyms
from sites.search.vocabulary import Vocabulary
from sites.slips import slips


def alike(one, other, language="id"):
    return bool(spelling.keys(one, language) & spelling.keys(other, language))


def test_a_query_is_freed_of_control_characters_and_bounded():
    assert spelling.clean_query(" pos\x00yandu \n\t balita ") == "pos yandu balita"
    assert len(spelling.clean_query("x" * 10_000)) == spelling.LONGEST_QUERY


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ('"Posyandu" AND (balita)*', ["posyandu", "and", "balita"]),
        ("kapan ada posyandu?", ["posyandu"]),
        ("di mana", ["di", "mana"]),
        ("kopi kopi KOPI", ["kopi"]),
        ("rt/rw 02-03", ["rt", "rw", "02-03"]),
        ("pukul 08.00", ["pukul", "08.00"]),
        ("Jum'at", ["jum'at"]),
        ("!?…", []),
    ],
)
def test_a_query_is_read_as_words(query, words):
    assert spelling.words(query, "id") == words


def test_very_many_words_are_cut():
    assert len(spelling.words(" ".join(f"kata{n}" for n in range(40)), "id")) == spelling.MOST_WORDS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("endhog", "endog"),
        ("Gandhrung", "gandrung"),
        ("thiwul", "tiwul"),
        ("Soekarno", "Sukarno"),
        ("Djoko", "joko"),
        ("tjap", "cap"),
        ("syarat", "sarat"),
        ("Jum'at", "jumat"),
        ("khusus", "kusus"),
        ("anak2", "anak"),
        ("Télur", "telur"),
    ],
)
def test_old_osing_and_careless_spellings_sound_alike(one, other):
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pelayanan", "melayani"),
        ("pendaftaran", "daftar"),
        ("pendidikan", "mendidik"),
        ("dibersihkan", "kebersihan"),
        ("menulis", "tulis"),
        ("penyuluhan", "suluh"),
        ("pengiriman", "kirim"),
        ("pengurusan", "urusan"),
        ("pemilihan", "memilih"),
        ("memasak", "masakan"),
        ("layanannya", "layanan"),
    ],
)
def test_forms_of_an_indonesian_word_share_a_stem(one, other):
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kepala", "pala"),
        ("masalah", "masa"),
        ("bulan", "bulu"),
        ("dinas", "nasi"),
        ("jalan", "jala"),
        ("kopi", "kop"),
    ],
)
def test_words_that_have_nothing_in_common_stay_apart(one, other):
    assert not alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("classes", "class"), ("villages", "village"), ("dancing", "dance"), ("cities", "city")],
)
def test_english_has_rules_of_its_own(one, other):
    assert alike(one, other, "en")


@pytest.mark.parametrize(("one", "other"), [("three", "tree"), ("shell", "sell"), ("bus", "bu")])
def test_english_sounds_are_left_alone(one, other):
    assert not alike(one, other, "en")


def test_synonyms_lead_from_each_to_each_in_their_own_language():
    assert synonyms(["osing"], "id") == ("using", "oseng")
    assert synonyms(["Kartu", "Tanda", "Penduduk"], "id") == ("ktp",)
    assert synonyms(["ktp"], "id") == ("kartu tanda penduduk",)
    assert synonyms(["osing"], "en") == ("oseng",)
    assert synonyms(["batik"], "id") == ()


@pytest.mark.parametrize("language", MEANINGS)
def test_no_word_of_the_table_has_two_meanings(language):
    written = [word for meaning in MEANINGS[language] for word in meaning]
    assert len(written) == len(set(written))
    assert all(word == word.lower() for word in written)


@pytest.mark.parametrize("slip", ["kpoi", "kop", "kopii", "kopo"])
def test_one_slip_of_the_finger_leads_back(slip):
    assert "kopi" in slips(slip)


def test_pieces_of_words_are_cut_like_those_of_postgresql():
    assert spelling.trigrams("kopi") == {"  k", " ko", "kop", "opi", "pi "}


def test_a_vocabulary_counts_pages_and_knows_variants():
    words = Vocabulary(["Endhog endhog", "endog", "Kampung Anyar 08.00 a@b.example"], "id")
    assert words.pages["endhog"] == 1
    assert set(words.variants("endog")) == {"endhog", "endog"}
    assert words.split("kampunganyar") == "kampung anyar"
    assert "08.00" not in words.pages
