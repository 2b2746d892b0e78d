"""The file of a certificate, read by other programs: what it says, how it looks, where its QR code leads."""

import io
from urllib.parse import urlsplit

import pypdfium2
import pytest
import zxingcpp
from django.test import Client

from learning.certificates import acts, links
from learning.certificates.pdf import pdf_of
from learning.models.certificates import LONGEST_NAME
from sites.models import SiteSettings
from tests.factories.learning import make_attempt, make_course

pytestmark = pytest.mark.once

LARGEST = 100_000  # bytes
LONG_COURSE = (
    "Memotret produk dan menulis keterangan untuk katalog usaha kecil di desa, dari awal sampai akhir"
)


@pytest.fixture
def make(kemiren):
    def make(name="Siti Contoh", title="Bahasa Osing dasar"):
        course = make_course(kemiren, title=title, gives_certificate=True)
        return acts.issue(make_attempt(course), name)

    return make


def opened(content):
    return pypdfium2.PdfDocument(io.BytesIO(content))


def text_of(content):
    return " ".join(opened(content)[0].get_textpage().get_text_range().split())


def picture_of(content):
    return opened(content)[0].render(scale=3).to_pil()


def test_the_qr_code_leads_to_a_page_that_calls_it_genuine(make, kemiren):
    certificate = make()
    found = zxingcpp.read_barcodes(picture_of(pdf_of(certificate)))
    assert [code.text for code in found] == [links.check_url(certificate)]
    address = urlsplit(found[0].text)
    client = Client(HTTP_HOST=address.netloc)
    assert address.netloc == urlsplit(kemiren.site.root_url).netloc
    assert "Sertifikat ini asli" in client.get(address.path).content.decode()
    changed = address.path.rstrip("/")[:-1] + ("2" if address.path[-2] != "2" else "3") + "/"
    assert client.get(changed).status_code == 404


def test_it_says_name_course_day_issuer_and_code(make):
    certificate = make()
    text = text_of(pdf_of(certificate))
    for words in ("SERTIFIKAT", "diberikan kepada", "Siti Contoh", "Bahasa Osing dasar", "Desa Kemiren"):
        assert words in text
    assert certificate.code in text and str(certificate.passed_on.year) in text


def test_it_is_one_page_of_a4_with_a_title_and_a_language(make):
    content = pdf_of(make())
    document = opened(content)
    assert len(document) == 1 and [round(side) for side in document[0].get_size()] == [842, 595]
    assert document.get_metadata_dict()["Title"] == "Sertifikat: Bahasa Osing dasar"
    assert b"/Lang (id)" in content


def test_it_speaks_the_language_of_the_course(make):
    certificate = make()
    certificate.language = "en"
    text = text_of(pdf_of(certificate))
    assert "CERTIFICATE" in text and "who has passed the course" in text and "/en/certificate/" in text


def test_it_is_small_and_the_same_each_time(make):
    certificate = make("W" * LONGEST_NAME, LONG_COURSE)
    content = pdf_of(certificate)
    assert len(content) < LARGEST and content == pdf_of(certificate)


@pytest.mark.parametrize(
    "name",
    ["Siti", "W" * LONGEST_NAME, ("Panjang Sekali " * 6)[:LONGEST_NAME].strip(), "Ñaña Müller-D'Été, S.Pd."],
)
def test_names_of_any_length_stay_whole_and_on_the_page(make, name):
    content = pdf_of(make(name, LONG_COURSE))
    assert "".join(name.split()) in text_of(content).replace(" ", "")
    page = picture_of(content).convert("L")
    right = page.crop((page.width - 40, 0, page.width, page.height))
    assert right.getextrema() == (255, 255)


def test_it_wears_the_colours_of_the_site_where_it_was_passed(make, kemiren):
    certificate = make()
    SiteSettings.objects.filter(site=kemiren.site).update(accent="gandrung")
    certificate.refresh_from_db()
    colours = picture_of(pdf_of(certificate)).convert("RGB").crop((0, 0, 100, 200)).getcolors(100_000)
    assert max(colours)[1] == (0x56, 0x09, 0x1A)


def test_the_holder_downloads_it(make, kemiren):
    certificate = make()
    client = Client(HTTP_HOST=kemiren.site.hostname)
    answer = client.get(links.holder_url(certificate, kemiren.site, "certificate_pdf"))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="sertifikat-{certificate.code}.pdf"'
    assert answer["X-Robots-Tag"] == "noindex" and answer.content == pdf_of(certificate)
