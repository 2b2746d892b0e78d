"""Requests about a business of another village: its people, its permits, its products."""

from collections.abc import Iterator
from uuid import uuid4

from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file_jpeg

from .walk import Probe
from .world import Part

PERMIT = {"kind": "nib", "number": "NOMOR-TITIPAN", "issuer": "Penyusup", "valid_until": ""}


def business_writes(other: Part, own: Part) -> Iterator[Probe]:
    """What only those do who look after a business, or answer for it."""
    has = other.has
    yield _post("producers", [has.business.pk], {"email": "penyusup@contoh.example"})
    yield _post("take_out_producer", [has.business.pk, has.maker.pk])
    yield _post("add_permit", [has.business.pk], PERMIT)
    yield _post("permit", [has.permit.pk], PERMIT)
    yield _post("check_permit", [has.unchecked_permit.pk])
    yield _post("delete_permit", [has.permit.pk])
    yield _post("sold_out", [has.product.pk], {"habis": "1"})
    photo = ContentFile(get_test_image_file_jpeg().file.getvalue(), "titipan.jpg")
    sent = {"name": "Titipan", "price": "1000", "business": has.business.pk, "form_key": str(uuid4())}
    yield _post("quick_add", [], {**sent, "photo": photo})


def _post(name: str, args: list, data: dict | None = None) -> Probe:
    full = f"market_desk:{name}"
    return Probe(full, reverse(full, args=args), "post", data or {})
