"""Search of one site, on whichever database the project runs.

A page type joins by its `search_fields`; `is_dated = True` shows its date with a result.

- `answer()` reads a query (terms, spelling, stemming, synonyms), corrects it by the words that the
  site itself uses (vocabulary, typos), asks the database (pages) and marks what was found (highlight);
- `suggest()` completes titles while somebody types;
- `backend` is what Wagtail is set to use.
"""

from .answer import RESULTS_PER_PAGE, Answer, answer
from .spelling import clean_query
from .suggestions import suggest

__all__ = ["RESULTS_PER_PAGE", "Answer", "answer", "clean_query", "suggest"]
