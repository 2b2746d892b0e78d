"""A service that a village has taken over from the regency, with its state, and one to take over."""

from services.models import ServiceState
from tests.factories.services import make_service


def add_service_desk(part) -> None:
    """Templates everybody may know; what the village makes of them, and when it is closed, is its own."""
    code, mark = part.village.code, part.mark
    only_here = {"audience": "villages", "audience_villages": [code]}
    taken = make_service(
        None, "Layanan umum kabupaten", slug=f"layanan-{code[-4:]}", who="Warga", **only_here
    )
    part.has.template = make_service(None, "Layanan lain kabupaten", slug=f"lain-{code[-4:]}", **only_here)
    page = make_service(
        part.village,
        f"{mark}-layanan zamrud",
        slug=f"{mark.lower()}-layanan",
        template_key=taken.translation_key,
        template_values={"who": "Dulu"},
    )
    page = _written_by(part.has.admin, page)
    part.pages["service"] = part.has.service = page
    ServiceState.objects.create(
        service=page, status="closed", reason=f"{mark}-alasan-tutup", reason_en=f"{mark}-alasan-tutup-inggris"
    )


def add_office_template(part) -> None:
    """A template of the office, for all villages."""
    template = make_service(part.has.office, "Templat umum dinas")
    part.has.template = _written_by(part.has.staff, template)


def _written_by(author, page):
    page.owner = author
    page.save_revision(user=author).publish(user=author)
    return type(page).objects.get(pk=page.pk)
