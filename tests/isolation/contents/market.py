"""A business with all its rows, a product, a permit with its proof, a producer, and what is counted."""

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection

from marketplace_pages.models import (
    BusinessLink,
    BusinessPicture,
    BusinessUnit,
    Permit,
    Producer,
    ProductDay,
    ProductPicture,
    ProductVariant,
    ReadinessAnswer,
    YearlyReport,
)
from sites.models import RelatedPage
from tests.factories import sites as factories
from tests.factories.marketplace import make_business, make_category, make_permit, make_product


def add_category(part) -> None:
    """Everybody chooses among those of the regency, so its name is no secret."""
    part.has.category = make_category("Kategori umum")


def add_market(part) -> None:
    business = _business(part)
    product = _product(part, business)
    _permit(part, business, product)
    _producer(part, business)
    ProductDay.objects.create(product=product, day=timezone.localdate(), views=7, taps=3)
    ReadinessAnswer.objects.create(
        village=part.village, criterion="toilet", is_met=True, note=f"{part.mark}-kesiapan"
    )
    part.pages["business"], part.pages["product"] = business, product
    part.has.business, part.has.product = business, product
    # One that no permit names, and that could therefore go elsewhere.
    part.has.loose_product = make_product(business, f"{part.mark}-produk lepas")


def _business(part):
    mark, image = part.mark, part.has.image
    page = make_business(
        part.village,
        f"{mark}-usaha zamrud",
        slug=f"{mark.lower()}-usaha",
        kind="bumdes",
        owner=part.has.admin,
        owner_name=f"{mark}-pemilik",
        owner_agreed_on=timezone.localdate(),
        address=f"{mark}-alamat-usaha",
        listing_image=image,
    )
    page.gallery = factories.in_order([BusinessPicture(image=image, caption=f"{mark}-galeri-usaha")])
    page.links = factories.in_order([BusinessLink(channel="website", url="https://usaha.example/")])
    page.units = factories.in_order([BusinessUnit(name=f"{mark}-unit", about=f"{mark}-kegiatan")])
    page.reports = factories.in_order([YearlyReport(year=2025, file=part.has.document)])
    page.related_pages = factories.in_order([RelatedPage(target=part.pages["live"])])
    return _written_by(part.has.admin, page)


def _product(part, business):
    mark = part.mark
    page = make_product(
        business,
        f"{mark}-produk zamrud",
        slug=f"{mark.lower()}-produk",
        owner=part.has.admin,
        materials=f"{mark}-bahan",
        listing_image=part.has.image,
    )
    page.gallery = factories.in_order([ProductPicture(image=part.has.image, caption=f"{mark}-galeri-produk")])
    page.variants = factories.in_order([ProductVariant(name=f"{mark}-varian", price_rupiah=19_000)])
    page.tags.add(part.has.tag)
    return _written_by(part.has.admin, page)


def _permit(part, business, product) -> None:
    mark = part.mark
    part.has.permit = make_permit(
        business,
        "pirt",
        number=f"{mark}-nomor-izin",
        issuer=f"{mark}-penerbit-izin",
        verified_by=part.has.admin,
        products=[product],
    )
    part.has.permit.proof.save("bukti.pdf", ContentFile(f"%PDF-1.4 {mark}-bukti".encode()))
    # One that waits to be checked, and shows nowhere but in the admin.
    part.has.unchecked_permit = Permit.objects.create(
        business=business, kind="halal", number=f"{mark}-izin-menunggu", issuer=f"{mark}-calon-penerbit"
    )


def _producer(part, business) -> None:
    """A group and a collection of the business, as inviting somebody makes them."""
    part.has.producer = Producer.objects.create(
        business=business,
        group=Group.objects.create(name=f"{part.mark}-produsen"),
        collection=_below(part.village.collection, f"{part.mark}-koleksi-produsen"),
    )


def _below(parent: Collection, name: str) -> Collection:
    parent.refresh_from_db()
    return parent.add_child(name=name)


def _written_by(author, page):
    page.save_revision(user=author).publish(user=author)
    return type(page).objects.get(pk=page.pk)
