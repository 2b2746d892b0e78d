"""A small table, typed or pasted from a spreadsheet."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

CELL_BORDER = re.compile(r"\t|\|")
MOST_COLUMNS = 6


def read_rows(text: str) -> list[list[str]]:
    """Split lines into cells; empty lines do not count."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [[cell.strip() for cell in CELL_BORDER.split(line)] for line in lines]


def complaint_about(rows: list[list[str]]) -> str:
    """Say what is wrong with a table, or nothing."""
    if len(rows) < 2:
        return _("Write the column names in the first line and at least one line below it.")
    width = len(rows[0])
    if not 2 <= width <= MOST_COLUMNS:
        return _("A table has 2 to %(most)s columns.") % {"most": MOST_COLUMNS}
    for number, row in enumerate(rows, start=1):
        if len(row) != width:
            numbers = {"line": number, "cells": len(row), "width": width}
            return _("Line %(line)s has %(cells)s cells, the first line has %(width)s.") % numbers
    return ""


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label=_("Title of the table"), max_length=120)
    cells = blocks.TextBlock(
        label=_("Rows"),
        rows=6,
        help_text=_(
            "One line for each row, the column names first. Put | between the cells,"
            " or copy the cells from a spreadsheet and paste them here."
        ),
    )

    def clean(self, value):
        table = super().clean(value)
        if complaint := complaint_about(read_rows(table["cells"])):
            raise blocks.StructBlockValidationError({"cells": ValidationError(complaint)})
        return table

    def get_searchable_content(self, value):
        return [value["caption"], *(", ".join(row) for row in read_rows(value["cells"]))]

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["header"], *context["rows"] = read_rows(value["cells"]) or [[]]
        return context

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Schedules and small lists with columns.")
        template = "blocks/table.html"
