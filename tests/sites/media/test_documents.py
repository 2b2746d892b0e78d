import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError

from sites.media.documents import KINDS, check_document
from sites.models import VillageDocument

from .files import archive, docx, jpeg, odt, old_office, pdf, upload

EXE = b"MZ\x90\x00\x03" + b"\0" * 200


def refusal(name: str, content: bytes) -> str:
    with pytest.raises(ValidationError) as caught:
        check_document(upload(name, content))
    assert caught.value.messages[0]
    return caught.value.code


def office(content_type: str, embedded: str = "") -> bytes:
    types = f'<Default ContentType="{embedded}"/><Override ContentType="{content_type}.main+xml"/>'
    return archive({"[Content_Types].xml": types})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", pdf()),
        ("A.PDF", pdf()),
        ("a.docx", docx()),
        ("a.xlsx", office(KINDS["xlsx"].content_type)),
        ("a.pptx", office(KINDS["pptx"].content_type)),
        ("a.odt", odt()),
        ("a.ods", archive({"mimetype": KINDS["ods"].content_type})),
        ("a.odp", archive({"mimetype": KINDS["odp"].content_type})),
        ("a.doc", old_office("WordDocument")),
        ("a.doc", old_office("WordDocument", text="(Macros)\0 and how to avoid them")),
        ("a.xls", old_office("Workbook")),
        ("a.csv", b"nama;umur\nSiti;34\n"),
        ("a.csv", "\ufeffnama;umur\n".encode()),
        ("a.txt", "Ketikan: x < y, “dan” é".encode()),
        ("a.txt", "harga < 5 é".encode("cp1252")),
        ("a.txt", "catatan".encode("utf-16")),
        ("a.vtt", b"WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n<v Penari>genai</v>\n"),
        ("a.vtt", "\ufeffWEBVTT - kata Osing\r\n".encode()),
    ],
)
def test_every_allowed_type_is_let_in_and_stays_readable(name, content):
    file = upload(name, content)
    check_document(file)
    assert file.read() == content


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.exe", EXE, "type"),
        ("a.html", b"<html></html>", "type"),
        ("a.svg", b"<svg/>", "type"),
        ("a.jpg", jpeg(), "type"),
        ("a.docm", docx(), "type"),
        ("a", pdf(), "type"),
        ("a.pdf", EXE, "content"),
        ("a.pdf", b"<html>%PDF-1.7 %%EOF</html>", "content"),
        ("a.pdf", pdf()[:-8], "damaged"),
        ("a.docx", EXE, "content"),
        ("a.docx", pdf(), "content"),
        ("a.docx", archive({"readme.txt": "hello"}), "content"),
        ("a.xlsx", docx(), "content"),
        ("a.docx", office(KINDS["pptx"].content_type, embedded=KINDS["docx"].content_type), "content"),
        ("a.docx", odt(), "content"),
        ("a.odt", docx(), "content"),
        ("a.doc", docx(), "content"),
        ("a.doc", old_office("Workbook"), "content"),
        ("a.doc", old_office("Other", text="-WordDocument\0"), "content"),
        ("a.doc", old_office("WordDocument", "_VBA_PROJECT"), "macros"),
        ("a.doc", old_office("WordDocument", "Macros"), "macros"),
        ("a.xls", old_office("Workbook", "_VBA_PROJECT_CUR"), "macros"),
        ("a.docx", docx(**{"word/vbaProject.bin": b"x"}), "macros"),
        ("a.docx", docx(**{"word/embeddings/setup.exe": b"x"}), "macros"),
        (
            "a.docx",
            archive({"[Content_Types].xml": "application/vnd.ms-word.document.macroEnabled"}),
            "macros",
        ),
        ("a.odt", odt(**{"Basic/Standard/Module1.xml": b"x"}), "macros"),
        ("a.txt", EXE, "content"),
        ("a.csv", b"a;b\0c", "content"),
        ("a.txt", b"<!DOCTYPE html><p>hello", "markup"),
        ("a.csv", b"name\n<script>alert(1)</script>", "markup"),
        ("a.txt", "<SCRIPT src=x>".encode("utf-16"), "markup"),
        ("a.vtt", b"00:00:00.000 --> 00:00:02.000\ngenai\n", "content"),
        ("a.vtt", b"WEBVTTX\n", "content"),
        ("a.vtt", "WEBVTT\n".encode("utf-16"), "content"),
        ("a.vtt", b"WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n\xe9\n", "content"),
        ("a.vtt", b"WEBVTT\n\nNOTE <script>x</script>\n", "markup"),
        ("a.txt", b"<?php echo 1;", "markup"),
    ],
)
def test_what_its_name_hides_is_refused(name, content, code):
    assert refusal(name, content) == code


def test_a_zip_bomb_is_refused_by_what_it_declares():
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", KINDS["docx"].content_type)
        for number in range(3):
            file.writestr(f"word/{number}.xml", bytes(70_000_000))
    assert len(output.getvalue()) < 1_000_000
    assert refusal("a.docx", output.getvalue()) == "bomb"


def test_a_broken_or_locked_archive_is_refused():
    content = docx()
    assert refusal("a.docx", content[:-30]) == "content"
    locked = content.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01")
    locked = locked.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
    assert locked != content and refusal("a.docx", locked) == "damaged"


def test_a_document_that_is_too_big_is_refused(settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 50
    assert refusal("a.txt", b"x" * 51) == "too_big"
    assert check_document(upload("a.txt", b"x" * 50)) is None


def test_a_document_tells_its_type_and_size_in_words():
    document = VillageDocument(title="APBDes", collection_id=1, file_size=2_411_725)
    document.file.name = "documents/APBDes 2026.XLSX"
    assert (document.type_text, document.size_text) == ("Excel", "2,3\xa0MB")
    assert document.content_type == KINDS["xlsx"].content_type
