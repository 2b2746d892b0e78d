"""Wagtail's search in the project's own database, with one thing put right for SQLite.

There Wagtail multiplies the ranks of the words of a query. SQLite's rank is negative and counts
the whole query already, so a product puts the best page last. Here it counts once, and a word in
a title for more than one in the text.
"""

from functools import cache

from modelsearch.backends import database


def SearchBackend(params: dict):  # noqa: N802 - the name that Wagtail asks for
    backend = database.SearchBackend(params)
    if database.USE_SQLITE_FTS:
        backend.query_compiler_class = _ranked_once(backend.query_compiler_class)
    return backend


@cache
def _ranked_once(compiler_class: type) -> type:
    # Can be imported only once the apps are loaded.
    from modelsearch.backends.database.sqlite.query import BM25, SQLiteFTSIndexEntry

    class TitleFirst(BM25):
        def as_sql(self, compiler, connection, **context):
            # Weights by column of the index: beginnings of words, text, title.
            return f"bm25({SQLiteFTSIndexEntry._meta.db_table}, 0.0, 1.0, 10.0)", []

    class RankedOnce(compiler_class):
        def _build_rank_expression(self, vectors, config):
            return TitleFirst()

    return RankedOnce
