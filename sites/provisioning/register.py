"""Reading the official register of villages and the list of offices."""

import csv
import json
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from sites.models import Office, Village
from sites.sharing.addresses import complaint_about_slug

from .errors import ProvisioningError
from .office import upgrade_office

COLUMNS = {"code", "name", "kind", "district"}


@transaction.atomic
def import_villages(path: Path, coordinates: Path | None = None) -> tuple[int, int]:
    """Read the register (CSV: code, name, kind, district); return (added, changed).

    Keyed on the code, so it may be read again. Villages that a new file no
    longer names stay. `coordinates` is a CSV with code, latitude, longitude.
    Raises ProvisioningError naming the line of the first wrong row.
    """
    places = {row["code"]: row for row in read(coordinates, {"code", "latitude", "longitude"})}
    added = changed = 0
    for line, row in enumerate(read(path, COLUMNS), start=2):
        values = {name: row[name].strip() for name in ("name", "kind", "district")}
        if place := places.get(row["code"]):
            values |= {"latitude": float(place["latitude"]), "longitude": float(place["longitude"])}
        is_new, is_other = store(row["code"].strip(), values, line)
        added += is_new
        changed += is_other
    return added, changed


def store(code: str, values: dict, line: int) -> tuple[bool, bool]:
    village = Village.objects.filter(code=code).first()
    is_new = village is None
    village = village or Village(code=code)
    is_other = not is_new and any(getattr(village, name) != value for name, value in values.items())
    if is_new or is_other:
        for name, value in values.items():
            setattr(village, name, value)
        try:
            village.full_clean()
        except ValidationError as error:
            message = _("Line %(line)s (%(code)s): %(problem)s")
            details = {"line": line, "code": code, "problem": " ".join(error.messages)}
            raise ProvisioningError(message % details) from error
        village.save()
    return is_new, is_other


def read(path: Path | None, columns: set[str]) -> list[dict]:
    if path is None:
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            table = csv.DictReader(lines)
            missing = columns - set(table.fieldnames or [])
            if missing:
                message = _("%(file)s lacks the columns %(columns)s.")
                names = ", ".join(sorted(missing))
                raise ProvisioningError(message % {"file": path.name, "columns": names})
            return list(table)
    except (OSError, UnicodeDecodeError) as error:
        message = _("%(file)s can't be read: %(problem)s")
        raise ProvisioningError(message % {"file": path, "problem": error}) from error


@transaction.atomic
def import_offices(path: Path) -> int:
    """Read the offices of the regency (JSON); return how many there are. Pages take up a new name."""
    try:
        offices = json.loads(path.read_text(encoding="utf-8"))
        for office in offices:
            store_office(office)
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = _("%(file)s can't be read: %(problem)s")
        raise ProvisioningError(message % {"file": path, "problem": error}) from error
    return len(offices)


def store_office(office: dict) -> None:
    if complaint := complaint_about_slug(office["slug"]):
        raise ProvisioningError(complaint, field="slug")
    values = {
        "abbreviation": office["abbreviation"],
        "name": office["name"]["id"],
        "name_en": office["name"]["en"],
        "role": office["role"]["id"],
        "role_en": office["role"]["en"],
        "named_in_programme": office["named_in_programme"],
    }
    # Who may warn the villages is decided by the portal staff once the office is there.
    first = {**values, "may_alert": office.get("may_alert", False)}
    stored, _new = Office.objects.update_or_create(
        slug=office["slug"], defaults=values, create_defaults=first
    )
    if stored.pages.exists():
        upgrade_office(stored)
