"""Marks the words that were found, and cuts the part of a text that shows why a page fits."""

import re
from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from . import spelling
from .terms import Term

SNIPPET = 160  # letters
BEFORE = 50  # of them before the first word that was found
# The index puts a comma between the parts of a page.
SENTENCE_AND_COMMA = re.compile(r"([.,:;!?…]),")

Span = tuple[int, int]


class Marks:
    """Knows which words of a text answer a query: in any spelling and form, and whole phrases."""

    def __init__(self, terms: Iterable[Term], language: str):
        self.language = language
        single = [form for term in terms for forms in term.forms for form in forms]
        others = [other for term in terms for other in term.others]
        single += [other for other in others if " " not in other]
        self.words = set(single)
        plain = filter(spelling.is_plain, single)
        self.keys = {key for word in plain for key in spelling.keys(word, language)}
        self.phrases = [spelling.TOKEN.findall(other) for other in others if " " in other]

    def spans(self, text: str) -> list[Span]:
        """Where the words stand, in order and without overlap; words of a phrase are one span."""
        tokens = [(match.group().lower(), match.span()) for match in spelling.TOKEN.finditer(text)]
        found, next_free = [], 0
        for number, (_word, (start, _end)) in enumerate(tokens):
            if number >= next_free and (length := self._length_at(tokens, number)):
                next_free = number + length
                found.append((start, tokens[next_free - 1][1][1]))
        return found

    def _length_at(self, tokens: list, number: int) -> int:
        for phrase in self.phrases:
            if [word for word, _span in tokens[number : number + len(phrase)]] == phrase:
                return len(phrase)
        word = tokens[number][0]
        fits = word in self.words or bool(self.keys & spelling.keys(word, self.language))
        return int(fits)

    def mark(self, text: str) -> SafeString:
        """The text, escaped, with the words that were found in <mark>."""
        return _marked(text, self.spans(text))

    def snippet(self, text: str) -> SafeString:
        """About 160 letters around the first word that was found; the beginning if there is none."""
        text = SENTENCE_AND_COMMA.sub(r"\1", " ".join(text.split()))
        spans = self.spans(text)
        start, end = _window(text, spans[0] if spans else (0, 0))
        inside = [(a - start, b - start) for a, b in spans if start <= a and b <= end]
        shown = _marked(text[start:end].rstrip(" ,;:"), inside)
        return format_html("{}{}{}", "… " if start else "", shown, " …" if end < len(text) else "")


def _marked(text: str, spans: list[Span]) -> SafeString:
    pieces, last = [], 0
    for start, end in spans:
        pieces.append((text[last:start], text[start:end]))
        last = end
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), text[last:])


def _window(text: str, first: Span) -> Span:
    """Where to cut: between words, with some of what comes before."""
    if len(text) <= SNIPPET:
        return 0, len(text)
    start = max(0, min(first[0] - BEFORE, len(text) - SNIPPET))
    if start:
        start = max(start, text.rfind(". ", start, first[0]) + 2) if ". " in text[start : first[0]] else start
        start = _next_word(text, start, first[0])
    end = start + SNIPPET
    if end < len(text):
        space = text.rfind(" ", max(first[1], start), end)
        end = space if space > 0 else end
    return start, min(end, len(text))


def _next_word(text: str, position: int, before: int) -> int:
    """The beginning of a word at or after a position, but not after `before`."""
    if text[position - 1].isspace():
        return position
    space = text.find(" ", position, before)
    return space + 1 if space >= 0 else before
