"""Registrations as a spreadsheet, which reckons nothing of what somebody wrote into a form."""

import csv
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests.factories.culture import make_registration


@pytest.fixture
def export(admin, page):
    def ask(kind):
        return admin.get(reverse("class_desk:export", args=[page.pk, kind]))

    return ask


def rows_of(answer, kind):
    if kind == "csv":
        text = answer.content.decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text)))
    sheet = load_workbook(io.BytesIO(answer.content)).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_everybody_is_in_it_with_how_often_they_came(export, page, today_session, kind):
    ayu = make_registration(page, "Ayu", whatsapp="+6281234567890")
    make_registration(page, "Budi", age_group="child", guardian_name="Bu Rini", email="rini@contoh.example")
    make_registration(page, "Citra")
    ayu.attendances.create(session=today_session, was_there=True)
    _head, *rows = rows_of(export(kind), kind)
    assert [str(row[2]) for row in rows] == ["Ayu", "Budi", "Citra"]
    assert [str(row[-1]) for row in rows] == ["1", "0", "0"]
    assert rows[0][6] == "0812-3456-7890"
    assert (rows[1][5], rows[1][7]) == ("Bu Rini", "rini@contoh.example")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_name_is_reckoned_as_a_formula(export, page, kind, sign):
    make_registration(page, f"{sign}1+1")
    answer = export(kind)
    name = rows_of(answer, kind)[1][2]
    assert name.startswith("'")
    if kind == "xlsx":
        cell = load_workbook(io.BytesIO(answer.content)).active["C2"]
        assert cell.data_type in {"s", "inlineStr"}


def test_a_telephone_number_of_abroad_stays_a_text(export, page):
    make_registration(page, "Jane", whatsapp="+61412345678")
    sheet = load_workbook(io.BytesIO(export("xlsx").content)).active
    assert sheet["G2"].data_type == "s"
    assert "412 345 678" in sheet["G2"].value
    assert sheet["G2"].value.startswith("'")


def test_a_sign_that_no_spreadsheet_can_hold_is_left_out(export, page):
    make_registration(page, "Ayu\x0b Lestari")
    assert rows_of(export("xlsx"), "xlsx")[1][2] == "Ayu Lestari"


def test_excel_reads_the_letters_of_all_alphabets(export, page):
    make_registration(page, "Ñandú 😀")
    assert export("csv").content.startswith(b"\xef\xbb\xbf")
    assert rows_of(export("csv"), "csv")[1][2] == "Ñandú 😀"


def test_there_is_no_other_kind_of_file(export):
    assert export("pdf").status_code == 404
