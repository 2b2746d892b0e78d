"""Nobody sees or changes anything of another village, by whatever address of the admin they ask.

Each person asks every address with the keys of village B, sends B's own forms, and tries what is
written down in writes.py. What B's admin sees and a superuser can change shows that the walk is not blind.
"""

from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from .addresses import admin_addresses, fillings
from .probes import NEVER, forms_at, walk_over
from .snapshot import Snapshot
from .walk import Probe, Walker
from .writes import writes_against

PEOPLE = ["village admin", "contributor", "office staff", "person of two villages", "producer"]
# Answered to a superuser by a form that does something else than what its address says.
NOT_REPLAYED = {"wagtailadmin_logout", "wagtailadmin_login"}
# What stands in rows of village B beside the mark, but not in its name.
SECRETS = ["admin", "kontributor", "draft", "live", "gambar", "dokumen", "tanda", "alamat", "koleksi", "lama"]
SECRETS += ["kelas", "pendaftar", "wali", "pelatih", "ruang", "pesan", "kursus", "pelajaran"]
SECRETS += ["pemegang", "penerbit", "sebab", "penulis", "maju"]
SECRETS += ["usaha", "produk", "pemilik", "unit", "bahan", "varian"]
SECRETS += ["nomor-izin", "bukti", "produsen", "kesiapan"]
SECRETS += ["alasan-tutup", "surat", "panduan", "peraturan", "piket", "isi jawaban siap", "alasan layanan"]
SECRETS += ["pemohon", "permohonan", "lampiran", "jawaban", "catatan-dalam", "pelapor", "pengaduan", "tempat"]
# Closed to all, for pictures and documents carry no tags here.
CLOSED_BULK = [("sites", "villageimage", "add_tags"), ("sites", "villagedocument", "add_tags")]


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


# The longest of all tests. What a rule makes of a person does not depend on the database: on one of the two
# all of them ask, the first in all ways; on the other it is the first alone, in some.
IN_FULL = connection.vendor == "postgresql"
AT_EACH_ADDRESS = PEOPLE if IN_FULL else PEOPLE[:1]


@pytest.mark.parametrize("name", AT_EACH_ADDRESS)
def test_no_address_of_the_admin_shows_or_changes_what_is_another_villages(world, walker, name):
    walk = walker(name)
    for address in admin_addresses():
        walk_over(walk, address, world.other, thorough=IN_FULL and name == "village admin")
    assert not walk.findings, walk.report()


def test_the_host_of_another_village_shows_no_more_in_the_admin_than_the_own(world, snapshot, log_in):
    """One may log in at any host. Its name is no secret there; all else is."""
    person, other = world.people["village admin"], world.other
    walk = Walker(world, person, log_in(person.user, other.site.hostname), snapshot)
    walk.marks = [f"{other.mark}-{word}" for word in SECRETS]
    for address in admin_addresses():
        if not address.parts and address.name not in NEVER:
            walk.ask(Probe(address.name, address.filled({})))
            walk.ask(Probe(address.name, address.filled({}), "post"))
    assert not walk.findings, walk.report()


@pytest.mark.parametrize("name", PEOPLE)
def test_what_is_sent_against_another_village_changes_nothing(world, walker, name):
    walk = walker(name)
    for probe in writes_against(world.other, walk.person.own[0]):
        walk.ask(probe)
    assert not walk.findings, walk.report()


@pytest.fixture(scope="module")
def forms(built_world, snapshot, django_db_blocker):
    """Every form that village B's objects have for those who may do all."""
    person = built_world.people["superuser"]
    client = Client(HTTP_HOST=person.host)
    with transaction.atomic():
        client.force_login(person.user, backend="django.contrib.auth.backends.ModelBackend")
        walk = Walker(built_world, person, client, snapshot)
        found = [
            probe
            for address in admin_addresses()
            if address.name not in NOT_REPLAYED
            for probe in forms_at(address, built_world.other, walk)
        ]
        transaction.set_rollback(True)
    return found


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
    without_effect, closed = [], {reverse("wagtail_bulk_action", args=args) for args in CLOSED_BULK}
    for numbered in zip(*(writes_against(world.other, world.kemiren) for _walk in walks), strict=True):
        tried = [walk.try_out(probe) for walk, probe in zip(walks, numbered, strict=True)]
        if not any(changes for _, changes in tried) and urlsplit(numbered[0].url).path not in closed:
            statuses = [response.status_code for response, _changes in tried]
            without_effect.append(f"{numbered[0]}: {statuses} {_errors(tried[0][0])}")
    assert not without_effect, "\n".join(without_effect)


def _errors(response) -> object:
    """What a form that came back complains about."""
    form = response.context.get("form") if response.context else None
    return getattr(form, "errors", "")


def test_the_other_villages_admin_sees_its_marks(world, walker):
    walk = walker("the other admin")
    walk.foreign, walk.marks = [], [world.other.mark]
    for address in admin_addresses():
        for values in fillings(address, world.other)[:1]:
            if url := address.filled(values):
                walk.ask(Probe(address.name, url))
    seen = {name for kind, name in walk.findings if kind == "READ"}
    assert len(seen) > 50, sorted(seen)
