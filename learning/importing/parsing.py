"""From a file to courses, with everything that is wrong with it; nothing is stored here."""

from django.utils.translation import gettext as _

from . import csv_files, json_files, xlsx_files
from .checking import problems_of
from .drafts import Parsed, Problem

MOST_BYTES = 2_000_000


def parse(name: str, data: bytes) -> Parsed:
    """Read a file by the end of its name: .json, .csv or .xlsx. Courses come with keys of their own."""
    parsed = _read(name, data)
    for course in parsed.courses:
        parsed.problems += problems_of(course)
    return parsed


def _read(name: str, data: bytes) -> Parsed:
    if len(data) > MOST_BYTES:
        message = _("This file is too large: %(most)d MB are allowed.") % {"most": MOST_BYTES // 1_000_000}
        return Parsed(problems=[Problem("", "", message)])
    kind = name.lower().rpartition(".")[2]
    if kind == "xlsx":
        return xlsx_files.read_xlsx(data)
    readers = {"json": json_files.read, "csv": csv_files.read_csv}
    if kind not in readers:
        return Parsed(problems=[Problem("", "", _("Choose a file that ends with .xlsx, .csv or .json."))])
    try:
        return readers[kind](data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        message = _("The letters of this file can't be read. Save it as “CSV UTF-8”.")
        return Parsed(problems=[Problem("", "", message)])
