"""The form of a course as its editor sends it."""

from wagtail.blocks import BooleanBlock, ChooserBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

TYPED = ["title", "slug", "theme", "level", "learners", "licence", "pass_percent", "language"]
TEXTS = ["summary", "intended_for", "outcomes", "author", "based_on", "based_on_url", "sources"]
TICKED = ["shuffles", "may_retry", "gives_certificate"]


def course_form(page, **values) -> dict:
    """All fields as they stand, with other values where they are given; streams as raw data."""
    raw = {name: values.pop(name) for name in ("lessons", "questions") if name in values}
    form = {name: getattr(page, name) for name in [*TYPED, *TEXTS]}
    form |= {name: "on" for name in TICKED if getattr(page, name)}
    form |= {"listing_image": "", "search_description": "", "related_pages": inline_formset([])}
    for name in ("lessons", "questions"):
        stream = getattr(page, name)
        value = stream.stream_block.to_python(raw[name]) if name in raw else stream
        form[name] = block_form(stream.stream_block, value)
    return nested_form_data(form) | values


def block_form(block, value):
    """The fields of a block and all within it, as the editor's scripts name them."""
    if isinstance(block, StreamBlock):
        return _rows(
            {"type": child.block_type, **_row(child.block, child.value, child.id)} for child in value
        )
    if isinstance(block, ListBlock):
        return _rows(_row(block.child_block, child.value, child.id) for child in value.bound_blocks)
    if isinstance(block, StructBlock):
        fields = {name: block_form(child, value[name]) for name, child in block.child_blocks.items()}
        return {name: field for name, field in fields.items() if field is not None}
    return _field(block, value)


def _row(block, value, key) -> dict:
    return {"value": block_form(block, value), "id": key or "", "deleted": ""}


def _rows(rows) -> dict:
    rows = {str(number): {"order": str(number), **row} for number, row in enumerate(rows)}
    return {"count": str(len(rows)), **rows}


def _field(block, value):
    if isinstance(block, RichTextBlock):
        return rich_text(value.source if value else "")
    if isinstance(block, BooleanBlock):
        return "on" if value else None
    if isinstance(block, ChooserBlock):
        return str(value.pk) if value else ""
    return "" if value is None else str(value)
