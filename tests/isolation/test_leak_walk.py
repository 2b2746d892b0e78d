"""Nobody sees or changes anything of another village, by whatever address of the admin they ask.

Each person asks every address with the keys of village B, sends B's own forms, and tries what is
written down in writes.py. What B's admin sees and a superuser can change shows that the walk is not blind.
"""

from dataclasses import replace

import pytest

from .addresses import admin_addresses
from .forms import post_forms, without_mark
from .probes import walk_over
from .snapshot import Snapshot
from .walk import Probe, Walker
from .writes import writes_against

PEOPLE = ["village admin", "contributor", "office staff", "person of two villages"]
# Answered to a superuser by a form that does something else than what its address says.
NOT_REPLAYED = {"wagtailadmin_logout", "wagtailadmin_login"}


@pytest.fixture(scope="module")
def snapshot(built_world, django_db_blocker):
    return Snapshot()


@pytest.fixture
def walker(world, snapshot, log_in):
    """Somebody of the world, ready to ask."""

    def make(name):
        person = world.people[name]
        return Walker(world, person, log_in(person.user, person.host), snapshot)

    return make


@pytest.mark.parametrize("name", PEOPLE)
def test_no_address_of_the_admin_shows_or_changes_what_is_another_villages(world, walker, name):
    walk = walker(name)
    for address in admin_addresses():
        walk_over(walk, address, world.other, thorough=name == "village admin")
    assert not walk.findings, walk.report()


@pytest.mark.parametrize("name", PEOPLE)
def test_what_is_sent_against_another_village_changes_nothing(world, walker, name):
    walk = walker(name)
    for probe in writes_against(world.other, walk.person.own[0]):
        walk.ask(probe)
    assert not walk.findings, walk.report()


@pytest.fixture(scope="module")
def forms(built_world, django_db_blocker):
    """Every form that village B's objects have for those who may do all."""
    found = []
    person = built_world.people["superuser"]
    from django.test import Client

    client = Client(HTTP_HOST=person.host, raise_request_exception=False)
    client.force_login(person.user, backend="django.contrib.auth.backends.ModelBackend")
    walk = Walker(built_world, person, client, Snapshot())
    for address in admin_addresses():
        if address.name in NOT_REPLAYED:
            continue
        found += _forms_at(address, built_world.other, walk)
    return found


def _forms_at(address, part, walk) -> list[Probe]:
    from .addresses import fillings

    probes = []
    for values in fillings(address, part)[:2]:
        url = address.filled(values)
        if url is None:
            continue
        response, _changes = walk.try_out(Probe(address.name, url))
        if response.status_code == 200:
            for form in post_forms(response, url):
                for data in form.submissions():
                    probes.append(Probe(address.name, form.action, "post", without_mark(data, part.mark)))
    return probes


@pytest.mark.parametrize("name", PEOPLE)
def test_the_forms_of_another_village_are_refused(walker, forms, name):
    walk = walker(name)
    assert len(forms) > 100
    for probe in forms:
        walk.ask(probe)
    assert not walk.findings, walk.report()


def test_those_who_may_can_send_each_of_the_writes(world, walker):
    """A superuser can, or B's own admin: some uploads are nobody's but their uploader's."""
    walks = [walker("superuser"), walker("the other admin")]
    for walk in walks:
        # As seen by A: everything of B is foreign, so that a change of it counts.
        walk.foreign, walk.person = [world.other], replace(walk.person, own=[world.kemiren])
    without_effect = []
    for numbered in zip(*(writes_against(world.other, world.kemiren) for _walk in walks), strict=True):
        tried = [walk.try_out(probe) for walk, probe in zip(walks, numbered, strict=True)]
        if not any(changes for _response, changes in tried):
            statuses = [response.status_code for response, _changes in tried]
            without_effect.append(f"{numbered[0]}: {statuses} {tried[0][0].text[:300]}")
    assert not without_effect, "\n".join(without_effect)


def test_the_other_villages_admin_sees_its_marks(world, walker):
    walk = walker("the other admin")
    walk.foreign, walk.marks = [], [world.other.mark]
    for address in admin_addresses():
        walk_over(walk, address, world.other, thorough=False)
    seen = {name for kind, name in walk.findings if kind == "READ"}
    assert len(seen) > 50, sorted(seen)
