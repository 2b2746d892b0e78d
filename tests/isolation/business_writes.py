"""Requests about a business of another village: its people, its permits, its products."""

from collections.abc import Iterator
from uuid import uuid4

from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file_jpeg

from marketplace_pages.permits.acts import seen_of

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
    yield _post("check_permit", [has.unchecked_permit.pk], {"seen": seen_of(has.unchecked_permit)})
    yield _post("delete_permit", [has.permit.pk])
    yield _post("sold_out", [has.product.pk], {"habis": "1"})
    photo = ContentFile(get_test_image_file_jpeg().file.getvalue(), "titipan.jpg")
    sent = {"name": "Titipan", "price": "1000", "business": has.business.pk, "form_key": str(uuid4())}
    yield _post("quick_add", [], {**sent, "photo": photo})
    for act in ({}, {"cancel": "1"}):
        yield _post("import_report", [has.product_import.pk], act)
    yield from _carried_off(other, own)


def _carried_off(other: Part, own: Part) -> Iterator[Probe]:
    """A product of another taken to the own business, and an own one put among theirs."""
    if not hasattr(own.has, "product"):
        return
    copy = {"new_title": "Salinan", "new_slug": "salinan"}
    for source, target in ((other.has, own.has), (own.has, other.has)):
        url = reverse("wagtailadmin_pages:copy", args=[source.product.pk])
        yield Probe("wagtailadmin_pages:copy", url, "post", {**copy, "new_parent_page": target.business.pk})
        # One that no permit names: those stay with their business, whoever asks.
        url = reverse("wagtailadmin_pages:move_confirm", args=[source.loose_product.pk, target.business.pk])
        yield Probe("wagtailadmin_pages:move_confirm", url, "post", {})


def _post(name: str, args: list, data: dict | None = None) -> Probe:
    full = f"market_desk:{name}"
    return Probe(full, reverse(full, args=args), "post", data or {})
