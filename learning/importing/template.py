"""The table to fill in: an Excel file with an example in it, and a sheet that explains the columns."""

import io

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from .columns import ANSWERS, COLUMNS, COURSES, EXPLAINED, LESSONS, QUESTIONS

# Indonesian, as the columns are: it is what becomes of the file.
EXAMPLE = {
    COURSES: [
        {
            "kursus": "kompos",
            "judul": "Membuat kompos dari sampah dapur (contoh)",
            "ringkasan": "Dari sampah dapur menjadi pupuk dalam enam minggu.",
            "untuk_siapa": "Keluarga dan kelompok tani",
            "tema": "environment",
            "tingkat": "beginner",
            "usia": "all",
            "hasil": "Memilah sampah dapur\nMembuat kompos tanpa bau",
            "nilai_lulus": 70,
            "sertifikat": "tidak",
        }
    ],
    LESSONS: [
        {
            "kursus": "kompos",
            "urutan": 1,
            "judul": "Memilah sampah",
            "menit": 10,
            "isi": "Sisa sayur dan kulit buah boleh masuk.\n\nPlastik, tulang, dan minyak tidak boleh.",
        },
        {
            "kursus": "kompos",
            "urutan": 2,
            "judul": "Menumpuk dan membalik",
            "menit": 15,
            "isi": "Tumpuk bahan basah dan kering bergantian. Balik seminggu sekali.",
        },
    ],
    QUESTIONS: [
        {
            "kursus": "kompos",
            "bentuk": "satu jawaban",
            "pertanyaan": "Mana yang boleh masuk kompos?",
            "jawaban_1": "Kulit pisang",
            "jawaban_2": "Kantong plastik",
            "benar": "1",
            "penjelasan": "Plastik tidak membusuk.",
        },
        {
            "kursus": "kompos",
            "bentuk": "benar salah",
            "pertanyaan": "Kompos harus dibalik seminggu sekali.",
            "benar": "ya",
        },
        {
            "kursus": "kompos",
            "bentuk": "urutan",
            "pertanyaan": "Urutkan langkahnya.",
            "jawaban_1": "Memilah",
            "jawaban_2": "Menumpuk",
            "jawaban_3": "Membalik",
        },
    ],
}
WIDE, NARROW = 40, 14
LONG = {"judul", "isi", "pertanyaan", "penjelasan", "ringkasan", "hasil", *ANSWERS}


def template() -> bytes:
    book = Workbook()
    book.remove(book.active)
    for kind, columns in COLUMNS.items():
        sheet = book.create_sheet(kind.capitalize())
        sheet.append(columns)
        for row in EXAMPLE[kind]:
            sheet.append([row.get(name) for name in columns])
        _dress(sheet, columns)
    guide = book.create_sheet(_("Explanation"))
    for name, text in EXPLAINED.items():
        guide.append([name, str(text)])
    _dress(guide, ("kursus", "judul"))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _dress(sheet, columns: tuple[str, ...]) -> None:
    """Columns as wide as what belongs into them; answers like 1,3 stay a text."""
    for cells, name in zip(sheet.columns, columns, strict=False):
        sheet.column_dimensions[cells[0].column_letter].width = WIDE if name in LONG else NARROW
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.number_format = "@"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
