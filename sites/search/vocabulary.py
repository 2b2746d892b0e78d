"""The words that one site really uses in one language: the source of variants and corrections.

Only what a reader of that site can open goes in, so no search ever offers a word of another
village, a draft or a page behind a password.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from hashlib import md5

from django.core.cache import cache
from django.db.models import Count, Max, Sum
from django.db.models.functions import Left

from sites.querysets import VillagePageQuerySet

from . import spelling
from .index_text import title_and_body

# Bounds of the work for one site, far above what a village writes.
MOST_PAGES, LONGEST_TEXT, MOST_VOCABULARY = 2_000, 20_000, 20_000
MOST_VARIANTS = 6
SHORTEST_PART = 3
KEPT_SECONDS = 60 * 60
# To be raised when the class below changes: what a cache holds outlives an upgrade.
FORM = 1


class Vocabulary:
    """Words with the number of pages that have them, and by what they share with their variants."""

    def __init__(self, texts: Iterable[str], language: str):
        self.language = language
        pages = Counter()
        for text in texts:
            pages.update({word for word in spelling.TOKEN.findall(text.lower()) if spelling.is_plain(word)})
        self.pages = dict(pages.most_common(MOST_VOCABULARY))
        self.by_key: dict[str, list[str]] = defaultdict(list)
        for word in self.pages:  # the most frequent first
            for key in spelling.keys(word, language):
                self.by_key[key].append(word)

    def variants(self, word: str) -> list[str]:
        """Forms and spellings of a word that the site uses, with the word itself where it does."""
        if not spelling.is_plain(word) and not word[:-1].isalpha():
            return []
        found = [other for key in spelling.keys(word, self.language) for other in self.by_key.get(key, [])]
        return list(dict.fromkeys(found))[:MOST_VARIANTS]

    def starting_with(self, beginning: str) -> list[str]:
        """The most frequent words that begin like this, for a word that was not written to its end."""
        if len(beginning) < SHORTEST_PART:
            return []
        return [word for word in self.pages if word.startswith(beginning)][:MOST_VARIANTS]

    def joined(self, words: list[str]) -> list[str]:
        """The site's words for neighbours written as one: "kampung", "anyar" -> "kampunganyar"."""
        return self.variants("".join(words)) if all(map(spelling.is_plain, words)) else []

    def split(self, word: str) -> str:
        """Two words of the site that make this one: "kampunganyar" -> "kampung anyar"; else nothing."""
        folded = spelling.plain_letters(word)
        cuts = [(folded[:i], folded[i:]) for i in range(SHORTEST_PART, len(folded) - SHORTEST_PART + 1)]
        found = [cut for cut in cuts if cut[0] in self.pages and cut[1] in self.pages]
        if not found:
            return ""
        return " ".join(max(found, key=lambda cut: min(self.pages[part] for part in cut)))


def vocabulary_of(pages: VillagePageQuerySet, site_id: int, language: str) -> Vocabulary:
    """Return the words of a site's public pages in a language; made anew when one of them changes.

    Costs one query while nothing has changed, else two. What code saves without
    publishing is known after an hour at the latest.
    """
    state = pages.aggregate(Count("pk"), Sum("pk"), Max("last_published_at"), Max("latest_revision"))
    return kept_vocabulary(str(site_id), state, language, lambda: texts_of(pages))


def kept_vocabulary(
    name: str, state: object, language: str, texts: Callable[[], Iterable[str]]
) -> Vocabulary:
    """The words of some texts, which are asked for only where their `state` is another than before."""
    key = f"vocabulary-{FORM}-{name}-{language}-{md5(repr(state).encode()).hexdigest()}"
    return cache.get_or_set(key, lambda: Vocabulary(texts(), language), KEPT_SECONDS)


def texts_of(pages: VillagePageQuerySet, longest: int = LONGEST_TEXT) -> list[str]:
    title, body = title_and_body()
    newest = pages.order_by("-last_published_at")[:MOST_PAGES]
    rows = newest.annotate(beginning=Left(body, longest)).values_list(title, "beginning")
    return [" ".join(part or "" for part in row) for row in rows]
