"""What a template of a service says, field by field: as plain values to compare, and as lines to read."""

from collections.abc import Iterable

from django.utils.translation import gettext
from wagtail.fields import StreamField

from services.choices import Category, LifeEvent
from services.models import ServicePage
from sites.money import format_rupiah

# In the order of the editor. What is missing here is the village's own affair: counter, hours, asking.
FIELDS = (
    "title", "summary", "category", "life_events", "who", "papers", "steps", "duration", "issuer",
    "fee_rupiah", "fee_note", "form", "continued_at", "continued_with", "legal_basis", "note", "questions",
)  # fmt: skip


def fields_of(page: ServicePage) -> list[str]:
    """Those that are written on this version: a translation has none of what is typed once."""
    return [name for name in FIELDS if page.is_source or name not in page.typed_once]


def label_of(name: str) -> str:
    label = str(ServicePage._meta.get_field(name).verbose_name)
    return label[:1].upper() + label[1:]


def value_of(page: ServicePage, name: str):
    """The value as JSON keeps it, without what differs in every copy: keys of blocks and of files."""
    value = getattr(page, name)
    if isinstance(page._meta.get_field(name), StreamField):
        return [_filled(block["value"]) for block in value.get_prep_value()]
    if name == "form":
        # The village has a copy of its own, with the same content.
        return {"title": value.title, "hash": value.file_hash or f"file-{value.pk}"} if value else None
    return value


def values_of(page: ServicePage) -> dict:
    return {name: value_of(page, name) for name in fields_of(page)}


def put(page: ServicePage, name: str, template: ServicePage, form=None) -> None:
    """Let a page say in one field what its template says; `form` is the village's copy of the file."""
    if name == "form":
        page.form = form
    elif isinstance(page._meta.get_field(name), StreamField):
        blocks = getattr(template, name).get_prep_value()
        setattr(page, name, [{"type": block["type"], "value": block["value"]} for block in blocks])
    else:
        setattr(page, name, getattr(template, name))


def _filled(block: dict) -> dict:
    """Without empty parts: a block that learns one more question later has not changed by that."""
    return {name: value for name, value in block.items() if value not in ("", None)}


def lines_of(name: str, value) -> list[str]:
    """The value in words, line by line; nothing for an empty one."""
    if name == "fee_rupiah":
        return [] if value is None else [format_rupiah(value) if value else gettext("Free of charge")]
    if name == "category":
        return _labels(Category, [value])
    if name == "life_events":
        return _labels(LifeEvent, value or [])
    if name == "form":
        return [value["title"]] if value else []
    if isinstance(value, list):
        return [" – ".join(str(part) for part in block.values()) for block in value]
    return [line for line in (value or "").splitlines() if line.strip()]


def _labels(choices, values: Iterable[str]) -> list[str]:
    known = dict(choices.choices)
    return [str(known[value]) for value in values if value in known]
