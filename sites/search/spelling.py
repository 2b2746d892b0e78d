"""Words of a query or a text, and what of their spelling counts. Plain rules, no database."""

import re
import unicodedata
from functools import lru_cache

from sites.identity_numbers import without_identity_numbers

from .stemming import stems

LONGEST_QUERY = 120
MOST_WORDS = 8
# Numbers with their points, addresses, words with an apostrophe (jum'at), words.
TOKEN = re.compile(r"\d[\d.,:/-]*\d|[\w.+-]+@[\w.-]*\w|[^\W\d_]+(?:['’‘`][^\W\d_]+)+|[^\W_]+")

# How Indonesian was written before 1972 and how Osing and Javanese words are still written; what is
# said alike and often mixed up (masyarakat, masarakat). Longer ones first.
INDONESIAN_SOUNDS = [
    ("oe", "u"),
    ("dj", "j"),
    ("tj", "c"),
    ("sy", "s"),
    ("sj", "s"),
    ("sh", "s"),
    ("kh", "k"),
    ("ch", "k"),
    ("dh", "d"),
    ("th", "t"),
    ("bh", "b"),
    ("dz", "z"),
    ("ph", "f"),
    ("v", "f"),
    ("q", "k"),
]
TWICE = re.compile(r"(.)\1+")
# Nobody looks for these; they are left out when something else was written, too.
FILLERS = {
    "id": "ada adalah apa apakah atau bagaimana bisa cara dalam dan dari dengan di dimana ini itu kapan ke"
    " kami mana mau oleh pada saya secara siapa tentang untuk yang",
    "en": "a about an and are at by do for from how i in is it my of on or the there this to what when where"
    " which who with",
}


def clean_query(text: str) -> str:
    """Return what is worth searching for: no control characters, single spaces, bounded length, no NIK."""
    printable = "".join(character if character.isprintable() else " " for character in text[:2000])
    return " ".join(without_identity_numbers(printable).split())[:LONGEST_QUERY]


def words(query: str, language: str) -> list[str]:
    """Words to look for, each once and in their order, without punctuation, operators and fillers."""
    found = list(dict.fromkeys(TOKEN.findall(query.lower())))
    fillers = FILLERS.get(language, "").split()
    telling = [word for word in found if word not in fillers]
    return (telling or found)[:MOST_WORDS]


def is_plain(word: str) -> bool:
    """Whether a word is letters only; numbers and addresses have no variants and no typos."""
    return plain_letters(word).isalpha()


def plain_letters(text: str) -> str:
    """Small letters without accents and apostrophes: "Jum'at" -> "jumat"."""
    parts = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in parts if not unicodedata.combining(c) and c not in "'’‘`")


def fold(word: str, language: str) -> str:
    """The word as it sounds: "Endhog" and "endog", "Tjokro" and "cokro" are the same then.

    English needs its th and sh, so there only accents go.
    """
    folded = plain_letters(word)
    if language == "id":
        # People write "anak2" for "anak-anak".
        folded = re.sub(r"^(\D{3,})2$", r"\1", folded)
        for written, said in INDONESIAN_SOUNDS:
            folded = folded.replace(written, said)
    return folded


@lru_cache(maxsize=20_000)
def keys(word: str, language: str) -> frozenset[str]:
    """What a word shares with its other forms and spellings: two words that share a key fit each other."""
    return frozenset(TWICE.sub(r"\1", stem) for stem in stems(fold(word, language), language))


def trigrams(word: str) -> frozenset[str]:
    """Pieces of three letters, as PostgreSQL's pg_trgm cuts them."""
    padded = f"  {word} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))
