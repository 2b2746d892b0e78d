"""The database refuses to give one village's letter to another's subscriber, whatever code asks for it."""

import pytest
from django.db import IntegrityError, connection, transaction

from sites.models import Delivery, Letter, Subscription
from tests.factories.newsletter import make_delivery, subscribe


@pytest.fixture
def own(kemiren):
    return make_delivery(subscribe(kemiren.site))


@pytest.fixture
def foreign(other):
    return make_delivery(subscribe(other.site))


def run(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


INSERT = (
    "INSERT INTO sites_delivery (site_id, letter_id, subscription_id, since, state, attempts, due_at) "
    "SELECT %s, %s, %s, since, state, attempts, due_at FROM sites_delivery WHERE id = %s"
)


@pytest.mark.parametrize("site_of", ["letter", "subscription"])
def test_a_letter_can_not_be_put_into_the_queue_of_another_site(own, foreign, site_of):
    site_id = {"letter": own.site_id, "subscription": foreign.site_id}[site_of]
    with pytest.raises(IntegrityError):
        run(INSERT, site_id, own.letter_id, foreign.subscription_id, own.pk)
    assert Delivery.objects.count() == 2


@pytest.mark.parametrize("column", ["site_id", "letter_id", "subscription_id"])
def test_a_delivery_can_not_be_moved_to_another_site(own, foreign, column):
    with pytest.raises(IntegrityError):
        run(f"UPDATE sites_delivery SET {column} = %s WHERE id = %s", getattr(foreign, column), own.pk)


@pytest.mark.parametrize("model", [Letter, Subscription])
def test_what_has_deliveries_can_not_change_its_site(own, foreign, model):
    key = own.letter_id if model is Letter else own.subscription_id
    with pytest.raises(IntegrityError):
        run(f"UPDATE {model._meta.db_table} SET site_id = %s WHERE id = %s", foreign.site_id, key)


def test_the_orm_is_refused_like_everybody_else(own, foreign):
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.bulk_create(
            [Delivery(site=own.site, letter=own.letter, subscription=foreign.subscription, since=own.since)]
        )


def test_a_delivery_within_its_site_may_be_changed_and_goes_with_its_subscriber(own):
    Delivery.objects.filter(pk=own.pk).update(state="sent", site=own.site)
    own.subscription.delete()
    assert not Delivery.objects.exists()
