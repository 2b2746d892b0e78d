"""Tables of products for tests: a file of some rows, sent to the desk and confirmed."""

import csv
import io

from django.core.files.uploadedfile import SimpleUploadedFile

from marketplace_pages.models import ProductImport

HEAD = ("usaha", "nama", "kategori", "harga")


def csv_of(*rows, head=HEAD, separator=",") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows([head, *rows])
    return text.getvalue().encode()


def row_of(**cells) -> tuple[tuple, tuple]:
    """A row for Bagiak jahe with more cells: its columns and its values."""
    cells = {"usaha": "Dapur Contoh", "nama": "Bagiak jahe", "kategori": "Kue dan camilan", **cells}
    return tuple(cells), tuple(cells.values())


def send(client, data: bytes, name: str = "produk.csv", **values) -> ProductImport | str:
    """Send a file; its report, or the text of the page that refuses it."""
    file = SimpleUploadedFile(name, data)
    response = client.post("/admin/pasar/impor/", {"file": file, **values})
    if response.status_code == 302:
        return ProductImport.objects.get(pk=response.url.rstrip("/").rpartition("/")[2])
    return response.content.decode()


def send_row(client, **cells) -> dict:
    """The line of the report for one row."""
    head, row = row_of(**cells)
    return send(client, csv_of(row, head=head)).report[0]


def confirm(client, found: ProductImport) -> ProductImport:
    client.post(f"/admin/pasar/impor/{found.pk}/")
    return ProductImport.objects.get(pk=found.pk)


def bring_in(client, *rows, **values) -> ProductImport:
    return confirm(client, send(client, csv_of(*rows, **values)))
