"""Wagtail's search in the project's own database, with one thing put right for SQLite.

There Wagtail multiplies the ranks of the words of a query. SQLite's rank is negative and counts
the whole query already, so a product puts the best page last. Here it counts once, and a word in
a title for more than one in the text.

There, too, many types are put in together. On every database Wagtail reads the whole index for the average
length of its titles, whenever it takes up an object; here that is looked up once a day.
"""

from functools import cache

from django.core.cache import cache as kept
from django.db.models import Avg, F
from django.db.models.functions import Length
from modelsearch.backends import database

AVERAGE, KEPT_SECONDS = "search-average-title", 24 * 3600
# What a title counts that has not been compared, and by how much the average is put beside whole numbers, so
# that no title which is as long looks new for ever.
NEW, BESIDE = 1.0, 1e-6


def SearchBackend(params: dict):  # noqa: N802 - the name that Wagtail asks for
    backend = database.SearchBackend(params)
    if database.USE_SQLITE_FTS:
        backend.query_compiler_class = _ranked_once(backend.query_compiler_class)
    backend.index_class = _with_average(backend.index_class)
    return backend


def add_together(backend, by_type: dict[type, list]) -> None:
    """Put objects of many types into the index; on SQLite with as many queries as for one type."""
    if database.USE_SQLITE_FTS:
        _index_of_many()(backend).add_types(by_type)
    else:
        for model, objects in by_type.items():
            backend.add_bulk(model, objects)


@cache
def _with_average(index_class: type) -> type:
    class IndexWithAverage(index_class):
        def _refresh_title_norms(self, full=False):
            """Say of new entries how their title compares with the average; with `full`, of all."""
            if full:
                kept.delete(AVERAGE)
            titles = self.entries.annotate(title_length=Length("title")).filter(title_length__gt=0)
            average = kept.get_or_set(AVERAGE, lambda: _average(titles), KEPT_SECONDS)
            # New ones have NEW until then. An index without titles has no average, and nothing to compare.
            if average is not None:
                compared = titles if full else titles.filter(title_norm=NEW)
                compared.update(title_norm=average / F("title_length"))

    return IndexWithAverage


def _average(titles) -> float | None:
    average = titles.aggregate(average=Avg("title_length"))["average"]
    return None if average is None else float(average) + BESIDE


@cache
def _index_of_many() -> type:
    # Can be imported only once the apps are loaded.
    from modelsearch.backends.database.sqlite.sqlite import IndexEntry, ObjectIndexer, SQLiteIndex
    from modelsearch.utils import get_content_type_pk

    class IndexOfMany(_with_average(SQLiteIndex)):
        def add_types(self, by_type: dict[type, list]) -> None:
            entries = {}
            for model, objects in by_type.items():
                for found in objects if model.get_search_fields() else []:
                    entry = self.entry(get_content_type_pk(model), ObjectIndexer(found, self.backend))
                    entries[entry.content_type_id, entry.object_id] = entry
            if entries:
                self.write(entries)
                self._refresh_title_norms()

        def entry(self, content_type: int, words: ObjectIndexer) -> IndexEntry:
            return IndexEntry(
                content_type_id=content_type,
                object_id=words.id,
                title=words.title,
                autocomplete=words.autocomplete,
                body=words.body,
            )

        def write(self, entries: dict[tuple[int, str], IndexEntry]) -> None:
            types, keys = ({key[place] for key in entries} for place in (0, 1))
            present = self.entries.filter(content_type_id__in=types, object_id__in=keys)
            for content_type, key, pk in present.values_list("content_type_id", "object_id", "pk"):
                if (content_type, key) in entries:
                    entries[content_type, key].pk = pk
            old = [entry for entry in entries.values() if entry.pk]
            self.entries.bulk_update(old, ["title", "autocomplete", "body"])
            self.entries.bulk_create(entry for entry in entries.values() if not entry.pk)

    return IndexOfMany


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
