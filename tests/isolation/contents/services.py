"""What an office does for people: services, documents, a request with all that is kept about it."""

from uuid import uuid4

from django.core.files.base import ContentFile

from services import choices
from services.attachments.keeping import keep
from services.handling import acts
from services.models import CannedAnswer, DutyShift, ServiceState
from tests.factories import services as factories

from .media import make_document


def add_services(part) -> None:
    """Own services and documents, the roster, and two requests."""
    _pages(part)
    mark = part.mark
    part.has.canned_answer = CannedAnswer.objects.create(
        village=part.village, title=f"{mark}-jawaban siap", text=f"{mark}-isi jawaban siap"
    )
    part.has.duty_shift = DutyShift.objects.create(
        village=part.village, day="monday", shown_as=f"{mark}-piket", user=part.has.admin
    )
    part.has.service_state = ServiceState.objects.create(
        service=part.has.service,
        status=choices.ServiceStatus.LIMITED,
        reason=f"{mark}-alasan layanan",
        set_by=part.has.admin,
    )
    _request(part)
    _complaint(part)


def _pages(part) -> None:
    mark = part.mark
    # Files that stand on these pages can't be deleted: they have some of their own, as the others do.
    form, file = (
        make_document(part, name, part.village.collection, part.has.admin)
        for name in ("berkas formulir", "berkas peraturan")
    )
    service = factories.make_service(
        part.village,
        f"{mark}-surat zamrud",
        slug=f"{mark.lower()}-surat",
        asking="request",
        takes_attachments=True,
        who=f"{mark}-siapa",
        counter=f"{mark}-loket",
        form=form,
        papers=[("paper", {"name": f"{mark}-berkas", "note": f"{mark}-catatan berkas"})],
        steps=[("step", {"text": f"{mark}-langkah"})],
    )
    part.pages["service"] = part.has.service = service = _written_by(part.has.admin, service)
    guide = factories.make_guide(
        part.village,
        f"{mark}-panduan zamrud",
        slug=f"{mark.lower()}-panduan",
        steps=[("step", {"title": f"{mark}-mulai", "text": "", "service": service})],
    )
    document = factories.make_public_document(
        part.village,
        file,
        f"{mark}-peraturan zamrud",
        slug=f"{mark.lower()}-peraturan",
        number=f"{mark}-nomor peraturan",
    )
    part.pages["guide"] = _written_by(part.has.admin, guide)
    part.pages["public_document"] = _written_by(part.has.admin, document)


def _written_by(author, page):
    page.owner = author
    page.save_revision(user=author).publish(user=author)
    return type(page).objects.get(pk=page.pk)


def _request(part) -> None:
    """Somebody who asks for the service, with a photo, an answer that was sent and a note."""
    mark, clerk = part.mark, part.has.admin
    part.has.request = request = factories.make_request(
        part.village,
        choices.RequestKind.SERVICE,
        service=part.has.service,
        name=f"{mark}-pemohon",
        email=f"{mark.lower()}-pemohon@contoh.example",
        message=f"{mark}-permohonan",
        files=(ContentFile(f"%PDF-1.4 {mark}-lampiran".encode(), f"{mark}-lampiran.pdf"),),
    )
    acts.answer(request, clerk, f"{mark}-jawaban", uuid4())
    acts.note(request, clerk, f"{mark}-catatan-dalam", uuid4())
    acts.assign(request, clerk)
    part.has.attachment = request.attachments.get()


def _complaint(part) -> None:
    """One that its sender lets everybody read, with an answer that staff have to tell on WhatsApp."""
    part.has.complaint = complaint = factories.make_request(
        part.village,
        choices.RequestKind.COMPLAINT,
        name=f"{part.mark}-pelapor",
        message=f"{part.mark}-pengaduan",
        place=f"{part.mark}-tempat",
        topic="roads",
        may_be_public=True,
    )
    acts.answer(complaint, part.has.admin, f"{part.mark}-jawaban", uuid4())
    keep(complaint, [ContentFile(f"%PDF-1.4 {part.mark}-foto".encode(), f"{part.mark}-foto.pdf")])
