"""Everything that is kept about one person, to be read on the screen and given to that person."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from culture.models import Registration

from .registrations import contact_of

Fact = tuple[str, str]


def facts_of(registration: Registration) -> list[Fact]:
    """Label and value of each thing, in the active language; without what is empty."""
    return [(str(label), str(value)) for label, value in _facts(registration) if value]


def _facts(registration: Registration) -> Iterator[tuple[object, object]]:
    labels = {field.name: field.verbose_name for field in registration._meta.fields}
    yield labels["code"], registration.code
    yield labels["state"], registration.get_state_display()
    yield labels["age_group"], registration.get_age_group_display()
    yield labels["guardian_name"], registration.guardian_name
    yield _("contact"), contact_of(registration)
    yield labels["language"], registration.get_language_display()
    for name in ("created_at", "agreed_at", "seated_at", "cancelled_at"):
        yield labels[name], _moment(getattr(registration, name))


def _moment(value) -> str:
    return date_format(timezone.localtime(value), "DATETIME_FORMAT") if value else ""


def as_text(registration: Registration) -> str:
    """All of it as lines, in the language that the person chose."""
    with override(registration.language):
        facts = [
            (_("class"), registration.class_page.title),
            (_("name"), registration.name),
            *facts_of(registration),
        ]
        lines = [_line(label, value) for label, value in facts]
        lines += ["", _("Attendance"), *(_attendances(registration) or ["-"])]
        lines += ["", _("What the village has told"), *(_notices(registration) or ["-"])]
    return "\r\n".join(lines) + "\r\n"


def _line(label: str, value: str) -> str:
    return f"{label[:1].upper()}{label[1:]}: {value}"


def _attendances(registration: Registration) -> list[str]:
    rows = registration.attendances.select_related("session").order_by("session__starts_at")
    return [_line(str(row.session), _("was there") if row.was_there else _("was not there")) for row in rows]


def _notices(registration: Registration) -> list[str]:
    rows = registration.notices.select_related("message").order_by("created_at")
    return [
        _line(_moment(row.created_at), row.message.text if row.message else str(row.get_kind_display()))
        for row in rows
    ]
