"""The questions that each reader asks find their rows by an index, however many villages there are."""

import re

import pytest
from django.db import connection
from wagtail.models import Site

from culture.models import ClassPage, ClassSession, EventPage
from learning.models import CoursePage
from marketplace_pages.models import BusinessPage, MarketEntry
from services.models import PublicDocumentPage, ServicePage, ServiceRequest
from sites.models import AnnouncementPage
from sites.querysets import all_pages

by_plan = pytest.mark.skipif(
    connection.vendor != "sqlite",
    reason="PostgreSQL chooses by what stands in its tables, here nothing: benchmarks/explain.py asks it",
)
# Pages of one village, from one path of the tree to another.
PLACE = r"USING (COVERING )?INDEX \S+ \(path>\? AND path<\?\)"
OF_POSTGRESQL = {"sites_page_by_address", "sites_page_by_container", "sites_top_of_the_tree"}
LISTS = {
    "announcements": AnnouncementPage,
    "events": EventPage,
    "classes": ClassPage,
    "courses": CoursePage,
    "services": ServicePage,
    "documents": PublicDocumentPage,
}


def plan(queryset) -> str:
    """How the database would answer."""
    return queryset.explain()


def shown(model, site: Site):
    return model.objects.shown_on(site).in_language("id").listed().for_cards()


@by_plan
def test_a_page_is_found_by_its_address(db):
    assert "sites_page_by_address" in plan(all_pages().filter(url_path__in=["/a/", "/a/b/"]))


@by_plan
@pytest.mark.parametrize("name", LISTS)
def test_a_list_finds_the_pages_of_its_village_by_their_place(kemiren, name):
    assert re.search(PLACE, plan(shown(LISTS[name], kemiren.site).in_listing_order()))


@by_plan
@pytest.mark.parametrize("name", LISTS)
def test_a_list_finds_what_offices_share_by_its_audience(kemiren, name):
    assert "share_target_by_key" in plan(shown(LISTS[name], kemiren.site).in_listing_order())


QUESTIONS = {
    "feed of a site": lambda village: shown(AnnouncementPage, village.site).newest_first()[:20],
    "ended announcements": lambda village: AnnouncementPage.objects.shown_on(village.site).expired(),
    "search": lambda village: all_pages().shown_on(village.site).live().public(),
    "menu": lambda village: all_pages().in_village(village.site).filter(depth=4).live().public(),
    "classes of a calendar": lambda village: ClassPage.objects.in_village(village.site).listed(),
}


@by_plan
@pytest.mark.parametrize("name", QUESTIONS)
def test_what_a_village_shows_is_found_by_its_place(kemiren, name):
    assert re.search(PLACE, plan(QUESTIONS[name](kemiren)))


@by_plan
def test_whether_a_page_is_restricted_is_not_looked_for_among_all_pages(kemiren):
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    _pages, _mark, asked_for_each = plan(BusinessPage.objects.public()).partition("CORRELATED")
    assert "SEARCH" in asked_for_each
    assert "_wagtailcore_page_" not in asked_for_each


ROWS = {
    "request_queue|servicerequest_vil": lambda village: ServiceRequest.objects.filter(village=village).open(),
    "request_published": lambda village: ServiceRequest.objects.filter(village=village).published(),
    "market_?entry_village": lambda village: MarketEntry.objects.in_language("id").filter(village=village),
    "class_meets_once|class_page_id": lambda village: ClassSession.objects.filter(
        class_page__in=[village.pk]
    ).to_come(),
}


@by_plan
@pytest.mark.parametrize("index", ROWS)
def test_rows_of_a_village_are_found_by_an_index_of_their_own(kemiren, index):
    assert re.search(index, plan(ROWS[index](kemiren)))


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has other ones")
def test_postgresql_has_the_indexes_that_its_questions_were_measured_with(db):
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, "wagtailcore_page")
    assert set(found) >= OF_POSTGRESQL
