"""Slips of the finger."""


def slips(word: str) -> list[str]:
    """Every word that one slip of the finger makes of this one, the likeliest kind first."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    parts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    swapped = [a + b[1] + b[0] + b[2:] for a, b in parts if len(b) > 1]
    missed = [a + letter + b for a, b in parts for letter in letters]
    if len(word) < 4:
        return swapped + missed
    mistaken = [a + letter + b[1:] for a, b in parts if b for letter in letters]
    added = [a + b[1:] for a, b in parts if b]
    return swapped + missed + mistaken + added
