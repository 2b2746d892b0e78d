"""What the schedule asks at each look, and what it deletes, is found by an index, not by reading tables."""

from datetime import timedelta

import pytest
from django.db import connection
from wagtail.models import Site

from sites.models import Delivery, Frequency, PageViews, Subscription
from sites.newsletter import editions, sending
from tests.factories.newsletter import NOW

DAY = timedelta(days=1)
QUESTIONS = {
    "page_views_age": lambda: PageViews.objects.expired(),
    "delivery_age": lambda: Delivery.objects.expired(),
    "unanswered_sign_up": lambda: sending._due_answers(NOW),
    "answer_pace": lambda: Subscription.objects.filter(answered_at__gt=NOW),
    "oldest_reader": lambda: editions._sites_with_oldest_readers(),
}


@pytest.fixture
def many(kemiren):
    """Readers of many sites, answered long since, so that reading all of them would not be worth it."""
    root = kemiren.site.root_page
    sites = [Site(hostname=f"situs{number}.localhost", root_page=root) for number in range(30)]
    sites = Site.objects.bulk_create(sites)
    people = [
        Subscription(
            site=sites[number % 30],
            frequency=Frequency.values[number // 30 % 2],
            email=f"pembaca{number}@contoh.example",
            language="id",
            confirmed_at=NOW - DAY,
            asked_at=NOW - DAY,
            answered_at=NOW - DAY,
            read_until=NOW,
        )
        for number in range(3000)
    ]
    Subscription.objects.bulk_create(people)


@pytest.fixture
def plan(many):
    """How the database would go about a question, where tables that are empty here are long."""

    def explain(rows):
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
            if connection.vendor == "postgresql":
                cursor.execute("SET LOCAL enable_seqscan = off")
        return rows.explain()

    return explain


@pytest.mark.parametrize("index", QUESTIONS)
def test_each_question_has_its_index(plan, index):
    assert index in plan(QUESTIONS[index]())
