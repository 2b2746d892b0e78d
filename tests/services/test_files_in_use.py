"""A file that a page offers is not deleted below it, and who tries reads on which page it stands."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Page

from sites.models import VillageDocument
from tests.factories import sites as factories
from tests.factories.services import make_public_document, make_service

pytestmark = pytest.mark.django_db


def upload(village, title: str) -> VillageDocument:
    file = ContentFile(f"%PDF-1.4 {title} %%EOF".encode(), name="berkas.pdf")
    return VillageDocument.objects.create(title=title, file=file, collection=village.collection)


@pytest.fixture
def budget(kemiren):
    return upload(kemiren, "Lampiran APBDes")


@pytest.fixture
def spare(kemiren):
    return upload(kemiren, "Berkas lain")


def delete_one(client, document):
    return client.post(reverse("wagtaildocs:delete", args=[document.pk]), follow=True)


def delete_many(client, *documents):
    address = reverse("wagtail_bulk_action", args=["sites", "villagedocument", "delete"])
    chosen = "&".join(f"id={document.pk}" for document in documents)
    return client.post(f"{address}?{chosen}&next={reverse('wagtaildocs:index')}", follow=True)


def says(answer, file: str, page: str) -> bool:
    return answer.status_code == 200 and f"“{file}” dipakai di halaman “{page}”" in answer.text


@pytest.mark.parametrize("delete", [delete_one, delete_many])
def test_the_file_of_a_public_document_stays_and_its_page_is_named(admin, kemiren, budget, delete):
    page = make_public_document(kemiren, budget)
    answer = delete(admin, budget)
    assert says(answer, "Lampiran APBDes", "APBDes 2026")
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in answer.text
    assert VillageDocument.objects.get() == budget and budget.file.storage.exists(budget.file.name)


@pytest.mark.parametrize("delete", [delete_one, delete_many])
def test_the_form_of_a_service_stays(admin, kemiren, budget, delete):
    service = make_service(kemiren, form=budget)
    assert says(delete(admin, budget), "Lampiran APBDes", service.title)
    service.refresh_from_db()
    assert service.form == budget


@pytest.mark.parametrize("delete", [delete_one, delete_many])
def test_a_file_that_only_a_draft_names_stays_too(admin, kemiren, budget, spare, delete):
    page = make_public_document(kemiren, spare)
    page.document = budget
    page.save_revision()
    assert says(delete(admin, budget), "Lampiran APBDes", "APBDes 2026")
    assert VillageDocument.objects.count() == 2


def test_of_several_none_is_deleted_while_one_is_in_use(admin, kemiren, budget, spare):
    make_public_document(kemiren, budget)
    delete_many(admin, spare, budget)
    assert VillageDocument.objects.count() == 2


def test_it_is_said_before_anything_is_asked(admin, kemiren, budget):
    make_public_document(kemiren, budget)
    answer = admin.get(reverse("wagtaildocs:delete", args=[budget.pk]), follow=True)
    assert says(answer, "Lampiran APBDes", "APBDes 2026")


@pytest.mark.parametrize("delete", [delete_one, delete_many])
def test_a_file_that_no_page_has_is_deleted(admin, spare, delete):
    assert delete(admin, spare).status_code == 200
    assert not VillageDocument.objects.exists()


@pytest.mark.parametrize("delete", [delete_one, delete_many])
def test_another_village_deletes_nothing_and_reads_nothing(kemiren, other, log_in, budget, delete):
    page = make_public_document(kemiren, budget)
    neighbour = log_in(factories.make_person(other, "admin"), other.hostname)
    assert page.title not in delete(neighbour, budget).text
    assert VillageDocument.objects.exists()


def test_an_older_version_opens_after_its_file_was_deleted(admin, kemiren, budget, spare):
    page = make_public_document(kemiren, budget)
    old = page.save_revision()
    page.document = spare
    page.save_revision().publish()
    assert delete_one(admin, budget).status_code == 200
    assert not VillageDocument.objects.filter(pk=budget.pk).exists()
    assert old.as_object().document == spare
    address = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, old.pk])
    assert admin.get(address).status_code == 200
    assert Page.objects.get(pk=page.pk).live
