"""An import reaches what its maker may edit and nothing else, whatever a file or a form says."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from wagtail.models import Revision

from marketplace_pages.models import BusinessPage, ProductImport, ProductPage, ShowcasePage
from tests.factories import sites as factories
from tests.factories.culture import list_below
from tests.factories.marketplace import in_english, make_business, make_product

from .tables import HEAD, bring_in, confirm, csv_of, send

pytestmark = pytest.mark.django_db
ROW = ("Dapur tetangga", "Titipan", "Kue dan camilan", "1000")


@pytest.fixture
def neighbour(kemiren, other):
    make_product(make_business(kemiren))
    return make_business(other, "Dapur tetangga")


def test_a_business_of_another_village_is_not_known_nor_suggested(admin, neighbour):
    found = bring_in(admin, ROW, ("Dapur tetangg", "Titipan", "Kue dan camilan", "1000"))
    assert [line["verdict"] for line in found.report] == ["wrong", "wrong"]
    assert "“Dapur tetangga”?" not in str(found.report)
    assert not ProductPage.objects.filter(title="Titipan").exists()


def test_a_forged_form_does_not_choose_another_village(admin, neighbour, other):
    theirs = list_below(ShowcasePage, other)
    admin.post("/admin/pasar/impor/", {"showcase": theirs.pk})
    found = send(admin, csv_of(ROW), showcase=theirs.pk)
    assert isinstance(found, str) or found.report[0]["verdict"] == "wrong"
    assert not ProductPage.objects.filter(title="Titipan").exists()


def test_a_forged_import_does_not_write_into_another_village(admin, neighbour, other, kemiren):
    """Not even a row that says it was made for the other village."""
    found = send(admin, csv_of(ROW))
    ProductImport.objects.filter(pk=found.pk).update(village=other)
    assert admin.post(f"/admin/pasar/impor/{found.pk}/").status_code == 404
    assert not ProductPage.objects.filter(title="Titipan").exists()


def test_nobody_else_sees_or_confirms_an_import(admin, neighbour, other, kemiren, log_in):
    found = send(admin, csv_of(("Dapur Contoh", "Rahasia", "Kue dan camilan", "1000")))
    for village in (other, kemiren):
        stranger = log_in(factories.make_person(village), village.site.hostname)
        for path in ("", "salah/"):
            assert stranger.get(f"/admin/pasar/impor/{found.pk}/{path}").status_code == 404
        assert stranger.post(f"/admin/pasar/impor/{found.pk}/").status_code == 404
    assert not ProductPage.objects.filter(title="Rahasia").exists()


def test_who_lost_their_village_between_both_steps_writes_nothing(kemiren, neighbour, log_in):
    person = factories.make_person(kemiren)
    client = log_in(person, "kemiren.localhost")
    found = send(client, csv_of(("Dapur Contoh", "Terlambat", "Kue dan camilan", "1000")))
    person.groups.clear()
    assert client.post(f"/admin/pasar/impor/{found.pk}/").status_code in (302, 404)
    assert not ProductPage.objects.filter(title="Terlambat").exists()


def test_the_export_has_what_belongs_to_the_village_only(admin, neighbour, other):
    make_product(neighbour, "Kopi tetangga")
    text = admin.get("/admin/pasar/ekspor/csv/").content.decode()
    assert "Bagiak jahe" in text and "tetangga" not in text
    theirs = list_below(ShowcasePage, other)
    assert admin.get(f"/admin/pasar/ekspor/csv/?pasar={theirs.pk}").status_code == 404


def test_an_import_is_kept_for_a_day(admin, neighbour):
    found = send(admin, csv_of(ROW))
    ProductImport.objects.update(made_at=found.made_at - timedelta(days=2))
    assert confirm_is_refused(admin, found)
    call_command("delete_expired")
    assert not ProductImport.objects.exists()


def confirm_is_refused(client, found) -> bool:
    return client.post(f"/admin/pasar/impor/{found.pk}/").status_code == 404


def test_two_imports_do_not_write_into_a_village_at_once(admin, neighbour):
    row = ("Dapur Contoh", "Kue baru", "Kue dan camilan", "1000")
    one, two = send(admin, csv_of(row)), send(admin, csv_of(row))
    ProductImport.objects.filter(pk=one.pk).update(writing_since=one.made_at)
    assert confirm(admin, two).confirmed_at is None
    assert not ProductPage.objects.filter(title="Kue baru").exists()


def test_a_locked_english_version_is_not_written_by_the_way(admin, neighbour):
    """The Indonesian version is free, and the file names new English words."""
    business = BusinessPage.objects.get(title="Dapur Contoh")
    in_english(business, "Sample kitchen")
    english = in_english(ProductPage.objects.get(title="Bagiak jahe"), "Ginger biscuits")
    row = ("Dapur Contoh", "Bagiak jahe", "Kue dan camilan", "1000", "Written over")
    head = (*HEAD, "nama inggris")
    before = send(admin, csv_of(row, head=head))
    assert before.report[0]["verdict"] == "changed", before.report
    ProductPage.objects.filter(pk=english.pk).update(locked=True)
    assert send(admin, csv_of(row, head=head)).report[0]["verdict"] == "wrong"
    assert confirm(admin, before).report[0]["verdict"] == "wrong"
    assert not Revision.objects.filter(content__title="Written over").exists()
