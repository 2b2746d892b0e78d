"""A producer finds one business of their own village, and nothing that stands beside it.

The walk over another village's keys is in test_leak_walk.py; here the keys are those of the own one.
"""

from dataclasses import replace

from .addresses import admin_addresses
from .probes import walk_over
from .snapshot import Snapshot
from .walk import Walker

# What else of the own village holds its mark, beside the business, its products, permits and pictures.
BESIDE = ["draft", "live", "standard", "ringkasan", "sumber", "pejabat", "anggota", "alasan", "komentar"]
BESIDE += ["koleksi-tertutup", "koleksi-kosong", "unggahan", "undangan", "mantan", "kelompok", "kesiapan"]
BESIDE += ["kelas", "pendaftar", "wali", "pelatih", "ruang", "pesan", "kursus", "pelajaran", "pemegang"]
BESIDE += ["dokumen", "tanda", "lama", "barang", "kontributor"]


def test_a_producer_finds_nothing_of_the_village_but_the_business(world, log_in):
    person, own = world.people["producer"], world.kemiren
    walk = Walker(world, person, log_in(person.user, person.host), Snapshot())
    walk.foreign, walk.person = [], replace(person, own=[own])
    walk.marks = [f"{own.mark}-{word}" for word in BESIDE]
    for address in admin_addresses():
        walk_over(walk, address, own, thorough=False)
    assert not walk.findings, walk.report(6)
