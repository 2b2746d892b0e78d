"""Columns whose cells say themselves what they are where a phone shows no head of the table.

They belong into tables of the class `STACKED`, whose rows become blocks there (static/css/admin.css).
"""

from wagtail.admin.ui.tables import Column, DateColumn

STACKED = "listing village-report"


class TextColumn(Column):
    cell_template_name = "sites/admin/cells/text.html"


class MomentColumn(DateColumn):
    cell_template_name = "sites/admin/cells/date.html"


class NumberColumn(Column):
    cell_template_name = "sites/admin/cells/number.html"

    def __init__(self, name: str, **options):
        super().__init__(name, classname="number", **options)
