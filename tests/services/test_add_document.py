"""A public document from a phone in four fields."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from services.models import DocumentIndexPage, PublicDocumentPage
from sites.models import VillageDocument
from sites.workflow import switch_workflow
from tests.factories.sites import make_office, make_officer, make_person, provisioned

pytestmark = pytest.mark.django_db
HOST = "kemiren.localhost"
PDF = b"%PDF-1.4\nisi\n%%EOF\n"


def file(name: str = "apbdes.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def form(village, **values) -> dict:
    library = provisioned(DocumentIndexPage, village)
    sent = {"title": "APBDes  2026", "kind": "budget", "year": "2026", "library": library.pk}
    return sent | {"form_key": str(uuid4()), "file": file()} | values


def add(client, village, **values):
    return client.post(reverse("document_desk:add"), form(village, **values), follow=True)


@pytest.fixture
def contributor(kemiren, log_in):
    return log_in(make_person(kemiren, "contributor"), HOST)


def test_an_admin_adds_a_document_and_it_is_on_the_site_at_once(admin, kemiren, get):
    add(admin, kemiren)
    page = PublicDocumentPage.objects.get()
    assert (page.title, page.kind, page.year, page.live) == ("APBDes 2026", "budget", 2026, True)
    assert page.disclosure == "periodic"
    assert page.document.collection == kemiren.collection
    assert get(HOST, "/informasi-publik/apbdes-2026/").status_code == 200


def test_a_regulation_stands_on_the_list_of_what_is_there_at_any_time(admin, kemiren):
    add(admin, kemiren, kind="perdes")
    assert PublicDocumentPage.objects.get().disclosure == "any_time"


def test_what_a_contributor_adds_is_handed_in(contributor, kemiren):
    switch_workflow(kemiren, enabled=True)
    add(contributor, kemiren)
    page = PublicDocumentPage.objects.get()
    assert not page.live and page.current_workflow_state


def test_the_form_knows_the_year_and_the_only_village(admin, kemiren):
    html = admin.get(reverse("document_desk:add")).text
    assert f'value="{timezone.localdate().year}"' in html
    library = provisioned(DocumentIndexPage, kemiren)
    assert f'<input type="hidden" name="library" value="{library.pk}"' in html
    assert ".pdf" in html and ".mp4" not in html


def test_a_form_sent_twice_makes_one_document(admin, kemiren):
    key = str(uuid4())
    for _time in range(2):
        add(admin, kemiren, form_key=key)
    assert PublicDocumentPage.objects.count() == VillageDocument.objects.count() == 1


def test_two_of_the_same_title_get_an_address_each(admin, kemiren):
    for _time in range(2):
        add(admin, kemiren)
    assert len(set(PublicDocumentPage.objects.values_list("slug", flat=True))) == 2


@pytest.mark.parametrize(
    "bad",
    [
        {"title": "   "},
        {"title": "KTP 3510152004010203"},
        {"year": "1899"},
        {"year": "9999"},
        {"year": "tahun ini"},
        {"kind": "film"},
        {"form_key": ""},
        {"library": "0"},
        {"file": ""},
        {"file": lambda: file("virus.exe", b"MZ")},
        {"file": lambda: file("virus.pdf", b"MZ" * 40)},
        {"file": lambda: file("rekaman.mp4", b"\x00")},
        {"file": lambda: file("kosong.pdf", b"")},
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(admin, kemiren, bad):
    values = {name: value() if callable(value) else value for name, value in bad.items()}
    answer = add(admin, kemiren, **values)
    assert answer.status_code == 200
    assert not PublicDocumentPage.objects.exists() and not VillageDocument.objects.exists()


def test_nobody_adds_to_the_library_of_another_village(admin, kemiren, other):
    add(admin, kemiren, library=provisioned(DocumentIndexPage, other).pk)
    assert not PublicDocumentPage.objects.exists()
    assert other.display_name not in admin.get(reverse("document_desk:add")).text


def test_staff_of_an_office_find_no_form(portal, kemiren, log_in):
    make_office()
    officer = log_in(make_officer(), "localhost")
    assert officer.get(reverse("document_desk:add")).status_code in (302, 403, 404)
    assert reverse("document_desk:add") not in officer.get(reverse("wagtailadmin_home")).text


def test_the_menu_leads_to_it(admin, kemiren):
    assert reverse("document_desk:add") in admin.get(reverse("wagtailadmin_home")).text
