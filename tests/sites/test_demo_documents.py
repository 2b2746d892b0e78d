"""The demo's documents are real files: checked like uploads, and listed with type and size."""

import re
from io import BytesIO

import pytest
from django.core.files import File

from sites.demo.documents import add_documents
from sites.demo.pdf import text_pdf
from sites.media.documents import check_document
from sites.models import StandardPage, VillageDocument
from tests.factories import sites as factories

pytestmark = pytest.mark.once

HOST = "kemiren.localhost"
ROW = {"language": "id", "file": "contoh-blangko", "title": "Contoh: blangko", "text": ["Nama: ......"]}


@pytest.fixture
def pdf():
    return text_pdf("Judul (contoh)", "CONTOH", [r"Garis \ miring – dan (kurung). " * 9], "id")


def test_a_sample_pdf_passes_the_check_of_uploads(pdf):
    check_document(File(BytesIO(pdf)), "contoh.pdf")


def test_the_table_of_a_sample_pdf_leads_to_its_objects(pdf):
    start = int(re.search(rb"startxref\n(\d+)\n%%EOF\n$", pdf)[1])
    assert pdf[start:].startswith(b"xref\n")
    places = [int(place) for place in re.findall(rb"^(\d{10}) 00000 n", pdf, re.MULTILINE)]
    for number, place in enumerate(places, start=1):
        assert pdf[place:].startswith(b"%d 0 obj\n" % number)
    length = int(re.search(rb"/Length (\d+)", pdf)[1])
    assert pdf.split(b"stream\n")[1].startswith(b"BT /F2")
    assert pdf.index(b"\nendstream") - pdf.index(b"stream\n") - len(b"stream\n") == length


def test_text_keeps_its_brackets_and_wraps_within_the_page(pdf):
    drawn = pdf.decode("cp1252")
    assert r"Judul \(contoh\)" in drawn
    assert r"\\ miring – dan \(kurung\)" in drawn
    assert drawn.count("/F1 11 Tf") > 2


def test_an_announcement_offers_it_as_an_attachment_with_type_and_size(kemiren, get):
    factories.make_announcement(kemiren, "Pelatihan")
    row = {**ROW, "page": "pelatihan", "label": "Blangko untuk latihan"}
    add_documents(kemiren.site, {"documents": [row]}, kemiren.collection)
    page = get(HOST, "/pengumuman/pelatihan/").text
    document = VillageDocument.objects.get()
    assert document.collection == kemiren.collection
    assert re.search(rf'href="{document.url}".*Blangko untuk latihan<small>PDF, \d', page)


def test_a_text_page_offers_it_in_its_body_with_type_and_size(kemiren, get):
    factories.make_page(kemiren, "Surat")
    add_documents(kemiren.site, {"documents": [{**ROW, "page": "surat"}]}, kemiren.collection)
    assert StandardPage.objects.get().live
    page = get(HOST, "/surat/").text
    assert re.search(rf'href="{VillageDocument.objects.get().url}".*Contoh: blangko<small>PDF, \d', page)
