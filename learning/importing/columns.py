"""Sheets and columns of a table, as the template explains them; what a column is called here and there."""

from django.utils.translation import gettext_lazy as _

from learning.blocks.questions import MOST_CHOICES

COURSES, LESSONS, QUESTIONS = "kursus", "pelajaran", "pertanyaan"
KIND_OF_ROW = "jenis"  # of a CSV file, which has one sheet for all
KEY = "kursus"
ANSWERS = tuple(f"jawaban_{number}" for number in range(1, MOST_CHOICES + 1))

NAMES = {
    "title": "judul",
    "summary": "ringkasan",
    "intended_for": "untuk_siapa",
    "theme": "tema",
    "level": "tingkat",
    "learners": "usia",
    "language": "bahasa",
    "outcomes": "hasil",
    "author": "penyusun",
    "licence": "lisensi",
    "sources": "sumber",
    "pass_percent": "nilai_lulus",
    "gives_certificate": "sertifikat",
    "order": "urutan",
    "minutes": "menit",
    "text": "isi",
    "kind": "bentuk",
    "question": "pertanyaan",
    "right": "benar",
    "explanation": "penjelasan",
    "answers": ANSWERS[0],
}

COLUMNS = {
    COURSES: (
        KEY,
        *(
            NAMES[name]
            for name in (
                "title", "summary", "intended_for", "theme", "level", "learners", "language", "outcomes",
                "author", "licence", "sources", "pass_percent", "gives_certificate",
            )
        ),
    ),
    LESSONS: (KEY, *(NAMES[name] for name in ("order", "title", "summary", "minutes", "text"))),
    QUESTIONS: (KEY, NAMES["kind"], NAMES["question"], *ANSWERS, NAMES["right"], NAMES["explanation"]),
}  # fmt: skip

EXPLAINED = {
    KEY: _("A short name that ties lessons and questions to a course. May stay empty for one course."),
    "judul": _("Needed. At most 120 characters."),
    "ringkasan": _("One or two sentences."),
    "untuk_siapa": _("In words: small businesses, farmers, new parents."),
    "tema": _("One of the themes that the editor offers."),
    "tingkat": _("One of the levels that the editor offers."),
    "usia": _("For which age, as the editor offers it."),
    "bahasa": _("The language that is spoken, as the editor offers it."),
    "hasil": _("What one can do afterwards. One thing in each line of the cell."),
    "penyusun": _("A group or a role. Name people only if they agree."),
    "lisensi": _("CC BY-SA 4.0 where it is empty."),
    "sumber": _("One source in each line of the cell."),
    "nilai_lulus": _("From 1 to 100; 70 where it is empty."),
    "sertifikat": _("“ya” or “tidak”."),
    "urutan": _("Needed. 1, 2, 3, without holes."),
    "menit": _("How long it takes; 10 where it is empty."),
    "isi": _("Needed. An empty line begins a new paragraph."),
    "bentuk": "satu jawaban, beberapa jawaban, benar salah, urutan, isian singkat",
    "pertanyaan": _("Needed. For “benar salah” the statement itself."),
    ANSWERS[0]: _("The answers; for “urutan” the steps in order, for “isian singkat” all right spellings."),
    "benar": _("The number of the right answer, several with commas: 1,3. For “benar salah”: ya or tidak."),
    "penjelasan": _("Told after the answer."),
}
