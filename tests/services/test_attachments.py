"""Files that people send along: which are taken, where they are kept, what they are called."""

import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile

from services.models import RequestAttachment, ServiceRequest
from tests.factories.services import make_service
from tests.sites.media.files import archive, docx, encoded, jpeg, pdf, photo, png, png_bomb

from .forms import address, filled, send, text_of, words_of

pytestmark = pytest.mark.django_db
NIK = "3510" + "152004990001"


def test_a_program_named_as_a_pdf_is_refused(kemiren, visitor):
    service = make_service(kemiren, asking="question", takes_attachments=True)
    file = SimpleUploadedFile("surat.pdf", b"MZ\x90\x00" * 64)
    answer = send(
        visitor, address("request_service", service.pk), filled(kemiren, service=service, files=file)
    )
    assert answer.status_code == 200 and not ServiceRequest.objects.exists()


PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


def sent_with(kemiren, visitor, *files):
    service = make_service(kemiren, asking="question", takes_attachments=True)
    return send(
        visitor, address("request_service", service.pk), filled(kemiren, service=service, files=list(files))
    )


def test_photos_and_a_pdf_are_kept_outside_of_public_media(kemiren, visitor, get):
    files = [SimpleUploadedFile("foto.jpg", jpeg()), SimpleUploadedFile("surat.pdf", PDF)]
    assert sent_with(kemiren, visitor, *files).status_code == 303
    kept = list(RequestAttachment.objects.all())
    assert [file.name for file in kept] == ["foto.jpg", "surat.pdf"]
    for attachment in kept:
        assert not attachment.file.path.startswith(str(django_settings.MEDIA_ROOT))
        assert get("kemiren.localhost", f"/media/{attachment.file.name}").status_code == 404
        with pytest.raises(ValueError):
            attachment.file.storage.url(attachment.file.name)
        attachment.file.delete(save=False)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("surat.pdf.exe", PDF),
        ("foto.jpg", b"MZ\x90\x00" * 64),
        ("foto.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>x()</script></svg>"),
        ("foto.jpg", b""),
        ("surat.pdf", b"%PDF-1.4" + b"0" * (10 * 1024 * 1024)),
        ("surat.docx", docx()),
        ("surat.pdf", archive({"jalan.exe": b"MZ"})),
        ("surat.pdf", pdf() + archive({"jalan.exe": b"MZ"}) + b"%%EOF"),
        ("surat.pdf", png()),
        ("foto.png", pdf()),
        ("foto.jpg", png()),
        ("foto.png", png_bomb()),
        ("foto.gif", encoded(photo(), "GIF") + archive({"jalan.exe": b"MZ"})),
        ("foto.jpg", jpeg() + b"<script>alert(1)</script>"),
        ("foto.jpg.html", jpeg()),
        ("foto", jpeg()),
    ],
)
def test_disguised_oversized_and_other_files_are_refused_and_nothing_is_kept(kemiren, visitor, name, content):
    answer = sent_with(kemiren, visitor, SimpleUploadedFile(name, content))
    assert answer.status_code == 200 and 'class="error"' in text_of(answer)
    assert not ServiceRequest.objects.exists() and not RequestAttachment.objects.exists()


@pytest.mark.parametrize(
    ("sent_as", "name"),
    [
        (f"KTP_{NIK}.jpg", "KTP.jpg"),
        (f"{NIK}.jpg", "file.jpg"),
        ("3510 1520 0499 0001 Siti.jpg", "Siti.jpg"),
        ("x" * 200 + ".jpg", "x" * 116 + ".jpg"),
    ],
)
def test_the_name_of_a_file_brings_no_nik_either(kemiren, visitor, sent_as, name):
    sent_with(kemiren, visitor, SimpleUploadedFile(sent_as, jpeg()))
    attachment = RequestAttachment.objects.get()
    assert attachment.name == name
    attachment.file.delete(save=False)


def test_more_than_three_files_are_refused(kemiren, visitor):
    files = [SimpleUploadedFile(f"foto{number}.jpg", jpeg()) for number in range(4)]
    assert sent_with(kemiren, visitor, *files).status_code == 200
    assert not ServiceRequest.objects.exists()


def test_files_are_ignored_where_the_village_takes_none(kemiren, visitor):
    service = make_service(kemiren, asking="question")
    values = filled(kemiren, service=service, files=SimpleUploadedFile("foto.jpg", jpeg()))
    send(visitor, address("request_service", service.pk), values)
    assert ServiceRequest.objects.get().attachments.count() == 0


def test_a_form_that_comes_back_says_that_files_have_to_be_chosen_again(kemiren, visitor):
    service = make_service(kemiren, asking="question", takes_attachments=True)
    values = filled(kemiren, service=service, name="", files=SimpleUploadedFile("foto.jpg", jpeg()))
    with_file = send(visitor, address("request_service", service.pk, language="en"), values)
    assert "Choose your photos or files once more" in words_of(with_file)
