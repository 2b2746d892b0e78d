"""What is derived from stored objects, once for many: words for the search, and references."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, ReferenceIndex
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from sites import provisioning
from sites.derived import derived_together
from sites.models import RelatedPage, StandardPage, VillageImage
from tests.factories import sites as factories


def found(words):
    return [page.title for page in get_search_backend().search(words, StandardPage)]


def index_writes(captured):
    return [
        query["sql"] for query in captured if query["sql"].startswith('UPDATE "wagtailsearch_indexentry"')
    ]


def test_at_the_end_the_search_knows_what_was_saved_last(kemiren):
    with derived_together():
        page = factories.make_page(kemiren, "Balai lama")
        page.title = "Balai baru"
        page.save()
        assert found("balai") == []
    assert found("baru") == ["Balai baru"] and found("lama") == []


def test_a_title_as_long_as_the_average_does_not_look_new_for_ever(kemiren):
    IndexEntry.objects.all().delete()
    cache.clear()
    page = factories.make_page(kemiren, "Balai desa")
    factories.make_page(kemiren, "Balai desa")
    assert not IndexEntry.objects.filter(title_norm=1.0).exists()
    with CaptureQueriesContext(connection) as captured:
        page.save()
    assert not [query for query in captured.captured_queries if "AVG(" in query["sql"]]


def test_what_is_saved_often_is_written_once(kemiren):
    page = factories.make_page(kemiren, "Balai")

    def save_often():
        for number in range(3):
            page.title = f"Balai {number}"
            page.save()

    with CaptureQueriesContext(connection) as apart:
        save_often()
    with CaptureQueriesContext(connection) as together, derived_together():
        save_often()
    assert len(index_writes(together)) * 3 == len(index_writes(apart)) > 0


def test_references_are_known_at_the_end(kemiren):
    picture = factories.make_media(VillageImage, kemiren, "Gapura")
    with derived_together():
        page = factories.make_page(kemiren, "Balai", listing_image=picture)
    references = ReferenceIndex.get_references_to(picture)
    assert [int(row.object_id) for row in references] == [page.pk]


def test_a_reference_that_has_changed_is_followed(kemiren):
    pictures = [factories.make_media(VillageImage, kemiren, title) for title in ("Gapura", "Balai")]
    page = factories.make_page(kemiren, "Balai", listing_image=pictures[0])
    with derived_together():
        page.listing_image = pictures[1]
        page.save()
    counts = [ReferenceIndex.get_references_to(picture).count() for picture in pictures]
    assert counts == [0, 1]


def test_references_of_a_row_below_a_page_are_those_of_the_page(kemiren):
    target = factories.make_page(kemiren, "Sejarah")
    with derived_together():
        page = factories.make_page(kemiren, "Balai", related_pages=[RelatedPage(target=target)])
    wanted = set(ReferenceIndex.get_references_for_object(page).values_list("model_path", "to_object_id"))
    assert ("related_pages.item.target", str(target.pk)) in wanted
    ReferenceIndex.create_or_update_for_object(page)
    now = ReferenceIndex.get_references_for_object(page).values_list("model_path", "to_object_id")
    assert set(now) == wanted and len(now) == len(wanted)


def test_pages_of_many_types_are_written_with_few_queries(portal):
    village = factories.register("Kemiren")
    with CaptureQueriesContext(connection) as captured:
        provisioning.create_village(village.code, "kemiren.localhost")
    types = Page.objects.descendant_of(portal.root_page.get_root()).values("content_type").distinct().count()
    tables = ["wagtailcore_referenceindex", "wagtailcore_pagelogentry"]
    tables += ["wagtailsearch_indexentry"] if connection.vendor == "sqlite" else []
    for table in tables:
        written = [query["sql"] for query in captured if query["sql"].startswith(f'INSERT INTO "{table}"')]
        assert len(written) < types / 2, table


def test_what_is_deleted_again_is_derived_from_nothing(kemiren):
    with derived_together():
        factories.make_page(kemiren, "Balai").delete()
    assert found("balai") == []


def test_what_fails_leaves_nothing_and_the_next_save_is_found_at_once(kemiren):
    with pytest.raises(ZeroDivisionError), derived_together():
        factories.make_page(kemiren, "Balai satu")
        raise ZeroDivisionError
    factories.make_page(kemiren, "Balai dua")
    assert found("balai") == ["Balai dua"]


def test_a_new_village_stands_in_the_tree_as_wagtail_would_have_put_it(kemiren):
    assert Page.find_problems() == ([], [], [], [], [])
    homes = Page.objects.child_of(kemiren.container)
    for page in Page.objects.descendant_of(kemiren.container):
        parent = page.get_parent()
        assert page.url_path == f"{parent.url_path}{page.slug}/" and page.draft_title == page.title
    assert all(home.get_children_count() == home.get_children().count() > 0 for home in homes)


def test_the_pages_of_a_new_village_are_in_the_search_index(portal):
    village = factories.make_village("baru.localhost")
    keys = {str(page.pk) for page in Page.objects.descendant_of(village.container)}
    with connection.cursor() as cursor:
        cursor.execute("SELECT object_id FROM wagtailsearch_indexentry")
        assert keys <= {row[0] for row in cursor.fetchall()}
