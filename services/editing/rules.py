"""What pages of services, guides and documents must be: plain rules, whose complaints stand at their fields.

`about_order` is asked of drafts, too; `complaints` once readers shall see the page.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError

from services.choices import Asking
from sites.identity_numbers import holds_identity_number

Complaint = tuple[str, str | ValidationError]
# No fee of a village comes near; more are zeros too many.
HIGHEST_FEE = 10_000_000
TEXTS = (
    "title",
    "summary",
    "who",
    "duration",
    "fee_note",
    "counter",
    "note",
    "continued_at",
    "continued_with",
)
STREAMS = {"papers": ("name", "note"), "steps": ("text",), "questions": ("question", "answer")}


def about_service(values: Mapping) -> Iterator[Complaint]:
    """What not even the draft of a service may say."""
    checked, fee = values.get("checked_on"), values.get("fee_rupiah")
    if checked and checked > timezone.localdate():
        yield "checked_on", gettext("This day is still to come. Write the day on which you looked.")
    if fee is not None and fee > HIGHEST_FEE:
        yield "fee_rupiah", gettext("This is more than Rp 10 million. Count the zeros.")
    if values.get("takes_attachments") and values.get("asking") == Asking.NONE:
        yield "takes_attachments", gettext("Files can only be attached where people may ask from afar.")
    yield from _about_numbers(values)
    yield from _twice(values, "papers", "name", gettext("This stands in the list already."))
    yield from _twice(values, "questions", "question", gettext("This question stands there already."))


def complaints_about_service(values: Mapping) -> Iterator[Complaint]:
    yield from about_service(values)
    if values.get("continued_with") and not values.get("continued_at"):
        yield "continued_at", gettext("Say where it is continued, or leave empty what to take along.")


def about_guide(values: Mapping) -> Iterator[Complaint]:
    yield from _twice(values, "steps", "title", gettext("There is a step of this name already."))


def complaints_about_guide(values: Mapping) -> Iterator[Complaint]:
    yield from about_guide(values)
    if "steps" in values and not values["steps"]:
        yield "steps", gettext("A guide needs one step at least.")


def about_document(values: Mapping, own_key: int | None, today: date | None = None) -> Iterator[Complaint]:
    today = today or timezone.localdate()
    year, issued, replaces = (values.get(name) for name in ("year", "issued_on", "replaces"))
    if issued and issued > today:
        yield "issued_on", gettext("This day is still to come.")
    if year and year > today.year + 1:
        yield "year", gettext("Write the year of the document, next year at the latest.")
    if replaces and replaces.pk == own_key:
        yield "replaces", gettext("A document can't take its own place.")
    elif replaces and own_key and _leads_back(replaces, own_key):
        yield "replaces", gettext("That document takes the place of this one already.")


def _leads_back(document, key: int) -> bool:
    """Whether a chain of replaced documents comes to one of them again."""
    seen = set()
    while document is not None and document.pk not in seen:
        if document.replaces_id == key:
            return True
        seen.add(document.pk)
        document = document.replaces
    return False


def _about_numbers(values: Mapping) -> Iterator[Complaint]:
    """Everybody reads these pages, so nobody's NIK may stand there, not even as an example."""
    message = gettext(
        "This looks like a NIK or the number of a family card. Everybody would read it: take it out."
    )
    for name in TEXTS:
        if holds_identity_number(values.get(name) or ""):
            yield name, message
    for name, parts in STREAMS.items():
        wrong = {}
        for number, block in enumerate(values.get(name) or ()):
            found = [part for part in parts if holds_identity_number(block.value.get(part) or "")]
            if found:
                wrong[number] = dict.fromkeys(found, message)
        if wrong:
            yield name, _at_blocks(wrong)


def _twice(values: Mapping, name: str, part: str, message: str) -> Iterator[Complaint]:
    """A complaint at each block that says the same as one before it."""
    seen, wrong = set(), {}
    for number, block in enumerate(values.get(name) or ()):
        text = " ".join((block.value.get(part) or "").casefold().split())
        if text and text in seen:
            wrong[number] = {part: message}
        seen.add(text)
    if wrong:
        yield name, _at_blocks(wrong)


def _at_blocks(wrong: dict[int, dict[str, str]]) -> StreamBlockValidationError:
    """An error that stands at the parts of the blocks that are wrong."""
    errors = {
        number: StructBlockValidationError(
            block_errors={part: ValidationError(message) for part, message in parts.items()}
        )
        for number, parts in wrong.items()
    }
    return StreamBlockValidationError(block_errors=errors)
