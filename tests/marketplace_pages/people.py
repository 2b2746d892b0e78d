"""Producers for tests."""

from marketplace_pages.producers.space import ensure_space, grant
from sites.models import User
from tests.factories.sites import make_person


def make_producer(business) -> User:
    """Somebody who looks after a business and nothing else."""
    person = make_person()
    producer = ensure_space(business)
    person.groups.add(producer.group)
    grant(producer)
    return person
