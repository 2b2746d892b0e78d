"""What the schedule asks at each look, and what it deletes, is found by an index, not by reading tables."""

import pytest
from django.db import connection

from sites.models import Delivery, PageViews, Subscription
from sites.newsletter import editions, sending
from tests.factories.newsletter import NOW

QUESTIONS = {
    "page_views_age": lambda: PageViews.objects.expired(),
    "delivery_age": lambda: Delivery.objects.expired(),
    "unanswered_sign_up": lambda: sending._due_answers(NOW),
    "answer_pace": lambda: Subscription.objects.filter(answered_at__gt=NOW),
    "oldest_reader": lambda: editions._sites_with_oldest_readers(),
}


@pytest.fixture
def plan(db):
    """How the database would go about a question, if its tables were long."""

    def explain(rows):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL enable_seqscan = off")
        return rows.explain()

    return explain


@pytest.mark.parametrize("index", QUESTIONS)
def test_each_question_has_its_index(plan, index):
    assert index in plan(QUESTIONS[index]())
