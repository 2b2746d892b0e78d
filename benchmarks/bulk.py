"""Pages and other rows written in bulk, as they stand in the database after publishing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import F, Model
from django.db.models.sql import InsertQuery
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

AT_ONCE, BATCH = 2_000, 400
# Pages appear in turns, one in each of so many hours: a little more than a year.
HOURS = 9_000


def grow(parents: list[Page], number: int, make: Callable[[int], Page], language: str = "id") -> list[Page]:
    """Put a number of pages of one type below each of some pages, behind what stands there already.

    They come back in the order of their parents; `make` is given each one's place below its parent.
    """
    locale, made = Locale.objects.get(language_code=language), []
    for parent in parents:
        for place in range(number):
            page = make(place)
            page.path = Page._get_path(parent.path, parent.depth + 1, parent.numchild + place + 1)
            page.depth, page.locale, page.live, page.draft_title = parent.depth + 1, locale, True, page.title
            page.slug = page.slug or f"halaman-{place}"
            page.url_path = f"{parent.url_path}{page.slug}/"
            published = timezone.now() - timedelta(hours=len(made) % HOURS)
            page.first_published_at = page.last_published_at = published
            made.append(page)
        parent.numchild += number
    store_pages(made)
    for first in range(0, len(parents), AT_ONCE):
        keys = [parent.pk for parent in parents[first : first + AT_ONCE]]
        Page.objects.filter(pk__in=keys).update(numchild=F("numchild") + number)
    return made


def store_pages(pages: list[Page]) -> None:
    """Write new pages of one type, and give them their keys."""
    own_type = ContentType.objects.get_for_model(type(pages[0]))
    fields = [field.attname for field in Page._meta.local_concrete_fields if not field.primary_key]
    for page in pages:
        page.content_type = own_type
    rows = [Page(**{name: getattr(page, name) for name in fields}) for page in pages]
    for page, row in zip(pages, Page.objects.bulk_create(rows, batch_size=AT_ONCE), strict=True):
        page.pk = page.page_ptr_id = page.id = row.pk
    insert(type(pages[0]), pages)


def insert(model: type[Model], rows: Iterable[Model]) -> None:
    """Store what only a type of its own knows of pages; Django's own bulk insert refuses types of pages."""
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        query = InsertQuery(model)
        query.insert_values(model._meta.local_concrete_fields, batch, raw=True)
        query.get_compiler(using=connection.alias).execute_sql()


def store(rows: Iterable[Model]) -> list:
    """Write new rows of one model, and give them their keys."""
    rows = list(rows)
    return type(rows[0]).objects.bulk_create(rows, AT_ONCE) if rows else []


def find_by_search(pages: list[Page]) -> None:
    """Put pages of one type into the index of the search."""
    for first in range(0, len(pages), AT_ONCE):
        get_search_backend().add_bulk(type(pages[0]), pages[first : first + AT_ONCE])


def analyze() -> None:
    """Tell the database how much there is now, as its own service does from time to time."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
