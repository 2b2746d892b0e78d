"""The portal and the villages that tests begin with are the same as those that are made step by step."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from tests.factories import sites as factories
from tests.factories.remembered import remembered
from tests.isolation.rows import no_rows, recorded

FEW_QUERIES = 60  # to make a village takes hundreds


def made_by(step) -> dict[str, int]:
    """How many rows of each model a step adds."""
    rows = no_rows()
    with recorded(rows):
        step()
    return {model._meta.label: len(keys) for model, keys in rows.items() if keys}


@pytest.mark.parametrize("order", [["kemiren", "other"], ["other"]])
def test_a_village_is_written_again_with_all_that_belongs_to_it(beginnings, portal, order):
    again = [made_by(lambda name=name: beginnings.make(name)) for name in order]
    in_earnest = made_by(factories.make_village)
    assert again == [in_earnest] * len(order)
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_village_is_written_again_with_few_queries(beginnings, portal):
    with CaptureQueriesContext(connection) as captured:
        beginnings.make("kemiren")
    assert len(captured) < FEW_QUERIES


def test_a_village_is_made_anew_where_other_villages_came_before(beginnings, portal):
    before = factories.make_village("lebih-dulu.localhost")
    village = beginnings.make("kemiren")
    assert village.container.path != before.container.path
    assert Page.objects.get(depth=1).numchild == 3
    assert made_by(factories.make_village)["sites.VillageHomePage"] == 2


def test_what_was_made_since_keeps_its_keys_apart(kemiren):
    village = factories.make_village()
    assert village.pk != kemiren.pk
    assert village.code != kemiren.code


def test_a_remembered_fixture_leaves_the_same_rows_each_time_and_is_done_once(kemiren):
    done = []

    @remembered
    def news(village):
        done.append(village)
        return factories.make_announcement(village, "Kerja bakti")

    rows = []
    for _time in range(3):
        with transaction.atomic():
            rows.append(made_by(lambda: rows.append(news(village=kemiren).pk)))
            assert Page.objects.get(pk=rows[-2]).title == "Kerja bakti"
            assert Page.find_problems() == ([], [], [], [], [])
            transaction.set_rollback(True)
    assert len(done) == 1
    assert rows[:2] == rows[2:4] == rows[4:]


def test_a_remembered_fixture_is_done_anew_where_it_does_not_fit(kemiren):
    news = remembered(lambda village, title: factories.make_announcement(village, title))
    first = news(village=kemiren, title="Satu")
    second = news(village=kemiren, title="Dua")
    assert (first.title, second.title) == ("Satu", "Dua")
    assert first.pk != second.pk and Page.find_problems() == ([], [], [], [], [])
