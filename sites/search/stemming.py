"""What remains of a word without its beginnings and endings, as far as a search needs it.

PostgreSQL has a stemmer of its own; these rules give SQLite the same and both
of them the cases it misses ("terima" and "penerimaan", English plurals).
"""

import re

SHORTEST = 4  # letters that must remain; below that, two words that have nothing in common would meet
VOWEL = re.compile(r"[aeiou]")
PARTICLES = ("lah", "kah", "pun")
# A beginning that swallows the first letter of the word: "menulis" is "tulis", "mengirim" is "kirim".
SWALLOWED = [("meny", "s"), ("peny", "s"), ("meng", "k"), ("peng", "k"), ("mem", "p"), ("pem", "p")]
SWALLOWED += [("men", "t"), ("pen", "t")]
BEGINNINGS = (
    "memper",
    "diper",
    "meny",
    "peny",
    "meng",
    "peng",
    "mem",
    "pem",
    "men",
    "pen",
    "ber",
    "per",
    "ter",
)
BEGINNINGS += ("me", "pe", "di")


def stems(word: str, language: str) -> frozenset[str]:
    """Return the likely stems of a word in small letters, more than one where the rules can't decide."""
    if language == "en":
        return frozenset({_english(word)})
    return frozenset(stem for core in _without_endings(word) for stem in _without_beginning(core))


def _without_endings(word: str) -> set[str]:
    bare = _cut(word, *PARTICLES, keep=SHORTEST + 1)
    bare = _cut(bare, "nya", keep=SHORTEST)
    # "pendidikan" ends in "an" and "dibersihkan" in "kan"; "melayani" has an ending and "petani" has none.
    cores = {_cut(bare, "an", keep=SHORTEST)}
    cores |= {_cut(bare, ending, keep=SHORTEST) for ending in ("kan", "i") if bare.endswith(ending)}
    # "ke" belongs to the word unless "an" ends it: "kesehatan" is "sehat", but "kepala" is not "pala".
    circled = bare.endswith("an")
    return {_cut_front(core, "ke") if circled and core != bare else core for core in cores}


def _cut(word: str, *endings: str, keep: int) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= keep:
            return word[: -len(ending)]
    return word


def _cut_front(word: str, beginning: str) -> str:
    return word[len(beginning) :] if word.startswith(beginning) and len(word) >= SHORTEST + 2 else word


def _without_beginning(word: str) -> set[str]:
    found = set()
    for beginning, letter in SWALLOWED:
        rest = word[len(beginning) :]
        if word.startswith(beginning) and len(rest) >= SHORTEST - 1 and VOWEL.match(rest):
            found.add(letter + rest)
            break
    for beginning in BEGINNINGS:
        rest = word[len(beginning) :]
        if word.startswith(beginning) and len(rest) >= SHORTEST and VOWEL.search(rest):
            found.add(rest)
            # "memasak" keeps its m: only "me" goes there.
            if beginning in ("mem", "pem", "men", "pen"):
                found.add(beginning[-1] + rest)
            break
    return found or {word}


def _english(word: str) -> str:
    if word.endswith("ies") and len(word) > SHORTEST:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) >= SHORTEST:
        word = word[:-1]
    word = _cut(word, "ing", "ed", keep=SHORTEST)
    return word.removesuffix("e") if len(word) > SHORTEST else word
