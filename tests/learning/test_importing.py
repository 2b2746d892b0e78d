"""Courses from files: what is wrong is said by row, and nothing is half-imported."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override
from openpyxl import Workbook, load_workbook

from learning.importing.columns import COLUMNS
from learning.importing.parsing import MOST_BYTES, parse
from learning.importing.template import EXAMPLE, template
from learning.models import CourseIndexPage, CoursePage
from tests.factories import sites as factories
from tests.factories.culture import list_below

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "courses.json"


def course(**values):
    """A course as JSON has it, with one lesson and one question."""
    lesson = {"order": 1, "title": {"id": "Bunyi", "en": "Sounds"}, "body": {"id": "Isi.\n\nLagi."}}
    question = {"question": {"id": "Apa?"}, "options": [{"id": "Ya"}, {"id": "Tidak"}], "correct_index": 0}
    return {"title": {"id": "Osing"}, "lessons": [lesson], "quiz": [question], **values}


def question(**values):
    return {"question": "Apa?", "options": ["Ya", "Tidak"], "correct_index": 0, **values}


def lesson(**values):
    return {"order": 1, "title": "Bunyi", "body": "Isi.", **values}


def faults(*courses):
    return [str(problem) for problem in parse("kursus.json", json.dumps(list(courses)).encode()).problems]


def book(**changes):
    """The file of the template, with other rows on a sheet where they are given."""
    made = Workbook()
    made.remove(made.active)
    for kind, columns in COLUMNS.items():
        sheet = made.create_sheet(kind.capitalize())
        sheet.append(columns)
        for row in changes.get(kind, EXAMPLE[kind]):
            sheet.append([row.get(name) for name in columns])
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def faults_of_book(**changes):
    return [str(problem) for problem in parse("kursus.xlsx", book(**changes)).problems]


@pytest.fixture(autouse=True)
def _in_english():
    """What is wrong with a file is told here in the language of these tests."""
    with override("en"):
        yield


@pytest.fixture
def send(admin):
    def send(data: bytes, name="kursus.json", client=admin, **values):
        file = SimpleUploadedFile(name, data)
        return client.post(reverse("course_desk:import"), {"file": file, **values})

    return send


def test_the_template_is_a_file_that_is_taken_as_it_is(admin):
    data = admin.get(reverse("course_desk:template")).content
    parsed = parse("contoh.xlsx", data)
    assert (len(parsed.courses), parsed.problems) == (1, [])
    assert [len(parsed.courses[0].lessons), len(parsed.courses[0].questions)] == [2, 3]
    assert set(load_workbook(io.BytesIO(data)).sheetnames) >= {"Kursus", "Pelajaran", "Pertanyaan"}


WRONG = [
    (course(title={}), "Course 1: title"),
    (course(title="x" * 200), "Course 1: title: This is too long"),
    (course(theme="sihir"), "Course 1: theme: “sihir” is not known"),
    (course(lessons=[]), "Course 1: A course needs at least one lesson"),
    (course(lessons=[lesson(order=2)]), "Course 1, lesson 1: This is lesson 2, but no lesson 1"),
    (course(lessons=[lesson(), lesson(title="Dua")]), "Course 1, lesson 2: Lesson 1 is there twice"),
    (course(lessons=[lesson(order="satu")]), "Course 1, lesson 1: order: Write a whole number"),
    (course(lessons=[lesson(body="")]), "Course 1, lesson 1: This lesson is empty"),
    (course(lessons=[lesson(minutes=9000)]), "Course 1, lesson 1: minutes: Write a whole number"),
    (course(lessons=["Bunyi"]), "Course 1, lesson 1: This must be an object"),
    (course(lessons={"a": 1}), "Course 1: lessons: This must be a list"),
    (course(quiz=[question(correct_index=5)]), "Course 1, question 1: correct_index: There is no answer"),
    (course(quiz=[question(correct_index=-1)]), "Course 1, question 1: correct_index: There is no answer"),
    (course(quiz=[question(correct_index=None)]), "Course 1, question 1: Tick which answer is right"),
    (course(quiz=[question(correct_index=[0, 1])]), "Course 1, question 1: Only one answer can be right"),
    (course(quiz=[question(kind="teka-teki")]), "Course 1, question 1: kind: “teka-teki” is not known"),
    (course(quiz=[question(options=["Ya", "ya"])]), "Course 1, question 1: This answer stands there twice"),
    (course(quiz=[question(options=["Ya", ""])]), "Course 1, question 1: options: Answer 2 is empty"),
    (course(quiz=[question(options=["a"] * 9)]), "Course 1, question 1: options: These are 9 answers"),
    (course(quiz=[question(question="")]), "Course 1, question 1: question: Something must be written"),
    (course(gives_certificate=True, quiz=[]), "Course 1: A certificate needs a quiz"),
    ([1], "Course 1: This must be an object"),
]


@pytest.mark.parametrize(("wrong", "words"), WRONG)
def test_what_is_wrong_is_said_at_its_place(wrong, words):
    with_language = faults(wrong)
    assert any(fault.startswith(words) for fault in with_language), with_language


def test_all_that_is_wrong_is_said_at_once():
    found = faults(course(title={}), course(lessons=[]), course(quiz=[question(correct_index=9)]))
    assert {fault.split(":")[0] for fault in found} == {"Course 1", "Course 2", "Course 3, question 1"}


KURSUS, PELAJARAN, PERTANYAAN = (EXAMPLE[kind] for kind in ("kursus", "pelajaran", "pertanyaan"))
WRONG_ROWS = [
    ({"kursus": []}, "There is no row for a course"),
    ({"kursus": [{**KURSUS[0], "judul": None}]}, "Sheet Kursus, row 2: judul"),
    ({"kursus": KURSUS * 2}, "Sheet Kursus, row 3: kursus: Another course"),
    (
        {"pelajaran": [{**PELAJARAN[0], "kursus": "lain"}]},
        "Sheet Pelajaran, row 2: kursus: There is no course",
    ),
    ({"pelajaran": [PELAJARAN[1]]}, "Sheet Pelajaran, row 2: This is lesson 2"),
    ({"pelajaran": [{**PELAJARAN[0], "isi": "=A1&B1"}]}, "Sheet Pelajaran, row 2: isi: This is a formula"),
    ({"pertanyaan": [{**PERTANYAAN[0], "benar": "3"}]}, "Sheet Pertanyaan, row 2: benar: There is no answer"),
    ({"pertanyaan": [{**PERTANYAAN[0], "benar": "1,2"}]}, "Sheet Pertanyaan, row 2: Only one answer"),
    ({"pertanyaan": [{**PERTANYAAN[0], "benar": None}]}, "Sheet Pertanyaan, row 2: Tick which"),
    (
        {"pertanyaan": [{**PERTANYAAN[1], "benar": "mungkin"}]},
        "Sheet Pertanyaan, row 2: benar: Write yes",
    ),
]


@pytest.mark.parametrize(("changes", "words"), WRONG_ROWS)
def test_what_is_wrong_in_a_table_is_said_by_row_and_column(changes, words):
    found = faults_of_book(**changes)
    assert any(fault.startswith(words) for fault in found), found


def test_a_column_that_is_not_known_is_no_silent_loss():
    made = load_workbook(io.BytesIO(template()))
    made["Pelajaran"].cell(1, 7, "catatan")
    file = io.BytesIO()
    made.save(file)
    [found] = parse("a.xlsx", file.getvalue()).problems
    assert (found.place, found.column) == ("Sheet Pelajaran, row 1", "catatan")


def bomb():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 25_000_000)
    return file.getvalue()


UNREADABLE = [
    ("a.xlsx", bomb(), "too large when it is unpacked"),
    ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "has a password"),
    ("a.xlsx", b"bukan berkas Excel", "can't be read"),
    ("a.xlsx", template()[:3000], "can't be read"),
    ("a.csv", "jenis;judul\nkursus;Menari bersama Gandrung é".encode("latin-1"), "letters of this file"),
    ("a.csv", b'jenis,judul\nkursus,"Menari', "This table is broken"),
    ("a.csv", b"judul\nMenari", "This column is missing"),
    ("a.csv", b"", "from 1 to"),
    ("a.csv", b"jenis," + b"judul," * 5000, "columns at most"),
    ("a.json", b'{"title": ', "This is no JSON"),
    ("a.json", b"[" * 100_000, "This is no JSON"),
    ("a.json", b"[]", "from 1 to"),
    ("a.json", b" " * (MOST_BYTES + 1), "too large"),
    ("a.pdf", b"%PDF-", "Choose a file that ends with"),
]


@pytest.mark.parametrize(("name", "data", "words"), UNREADABLE)
def test_a_file_that_can_not_be_read_is_told_so(name, data, words):
    parsed = parse(name, data)
    assert not parsed.courses
    assert any(words in str(problem) for problem in parsed.problems), parsed.problems


CSV = (
    "jenis;kursus;urutan;judul;isi;bentuk;pertanyaan;jawaban_1;jawaban_2;benar\n"
    "kursus;;;Menari;;;;;;\n"
    "pelajaran;;1;Sikap;Berdiri tegak.;;;;;\n"
    "pertanyaan;;;;;isian singkat;Apa nama tarinya?;Gandrung;;\n"
    "pertanyaan;;;;;;Berapa penari?;Satu;Dua;2\n"
)


def test_a_csv_file_of_excel_in_indonesia_is_taken():
    parsed = parse("kursus.csv", "\ufeff".encode() + CSV.encode())
    assert parsed.problems == []
    assert [q.kind for q in parsed.courses[0].questions] == ["short", "single"]
    assert [a.is_right for a in parsed.courses[0].questions[1].answers] == [False, True]


def test_each_row_of_a_csv_file_says_what_it_is():
    found = parse(
        "kursus.csv", (CSV + "catatan;;;;;;;;;\n" + "pelajaran;;2;=1+1;Isi;;;;;\n").encode()
    ).problems
    assert [str(problem).split(":")[0] for problem in found] == ["Row 6", "Row 7"]


def test_a_file_becomes_a_draft_and_leads_to_its_editor(send, kemiren):
    answer = send(json.dumps(course()).encode())
    page = CoursePage.objects.get(title="Osing")
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (page.live, page.get_parent().pk) == (False, list_below(CourseIndexPage, kemiren).pk)
    [found] = page.lesson_list
    assert (found.slug, str(found.body[0].value)) == ("bunyi", "<p>Isi.</p><p>Lagi.</p>")
    assert page.question_list[0].right == (page.question_list[0].choices[0].key,)
    assert page.latest_revision.user == page.owner


@pytest.mark.parametrize("text", ["Osing\x00", "Osing\ud800"])
def test_what_no_database_takes_is_told_and_nothing_is_stored(send, text):
    answer = send(json.dumps(course(title=text)).encode())
    assert answer.status_code == 200 and len(answer.context["problems"]) == 1
    assert not CoursePage.objects.exists()


def test_what_looks_like_a_tag_is_text(send, admin):
    send(json.dumps(course(lessons=[lesson(body="<script>alert(1)</script>")])).encode())
    page = CoursePage.objects.get(title="Osing")
    assert "&lt;script&gt;" in str(page.lesson_list[0].body[0].value)


def test_a_second_import_of_the_same_gets_an_address_of_its_own(send):
    for _time in range(2):
        send(json.dumps(course()).encode())
    assert {page.slug for page in CoursePage.objects.filter(title="Osing")} == {"osing", "osing-2"}


def test_what_is_in_english_too_becomes_a_draft_with_the_same_keys(send):
    english = {"id": "Osing", "en": "Osing language"}
    send(json.dumps(course(title=english)).encode())
    page = CoursePage.objects.get(title="Osing")
    version = CoursePage.objects.get(title="Osing language")
    assert version.translation_key == page.translation_key and not version.live
    assert version.locale.language_code == "en"
    assert [(found.key, found.title) for found in version.lesson_list] == [
        (page.lesson_list[0].key, "Sounds")
    ]
    assert version.question_list[0].right == page.question_list[0].right


def test_nothing_is_imported_where_one_of_several_courses_is_wrong(send):
    answer = send(json.dumps([course(), course(lessons=[])]).encode())
    assert answer.status_code == 200 and not CoursePage.objects.exists()
    assert len(answer.context["problems"]) == 1


def test_an_imported_course_is_fit_to_be_published(send, admin):
    send(book(), "kursus.xlsx")
    page = CoursePage.objects.get()
    admin.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}")
    page.refresh_from_db()
    assert page.live and page.question_count == 3


def test_the_sample_courses_are_taken(send):
    parsed = parse("courses.json", SAMPLES.read_bytes())
    assert parsed.problems == [] and len(parsed.courses) == 4


def test_nobody_imports_into_a_list_that_is_not_theirs(send, other, kemiren):
    theirs = list_below(CourseIndexPage, other)
    send(json.dumps(course()).encode(), list=theirs.pk)
    assert not CoursePage.objects.child_of(theirs).exists()


def test_who_has_several_lists_chooses_one_of_them(send, kemiren, other, portal, log_in):
    person = factories.make_person(kemiren)
    person.groups.add(other.admin_group)
    client = log_in(person, "kemiren.localhost")
    third = list_below(CourseIndexPage, factories.make_village("ketiga.localhost"))
    assert send(json.dumps(course()).encode(), client=client).status_code == 200
    assert send(json.dumps(course()).encode(), client=client, list=third.pk).status_code == 200
    assert not CoursePage.objects.exists()
    mine = list_below(CourseIndexPage, other)
    assert send(json.dumps(course()).encode(), client=client, list=mine.pk).status_code == 302
    assert CoursePage.objects.child_of(mine).count() == 1


def test_a_form_without_a_file_is_told_so(admin):
    assert admin.post(reverse("course_desk:import"), {}).status_code == 200
