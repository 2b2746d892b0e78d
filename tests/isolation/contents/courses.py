"""A course, and everything that is kept of those who have taken it."""

from learning.models import LearningCode
from tests.factories.learning import lesson_block, make_attempt, make_certificate, make_course, make_milestone


def add_course(part) -> None:
    """All rights are reserved, else other villages might find it to copy it."""
    mark = part.mark
    lesson = lesson_block(f"{mark}-pelajaran", f"{mark}-isi-pelajaran", slug="pelajaran")
    values = {"slug": f"{mark.lower()}-kursus", "licence": "reserved", "author": f"{mark}-penulis"}
    page = make_course(part.village, f"{mark}-kursus zamrud", lessons=[lesson], **values)
    page = _written_by(part.has.admin, page)
    part.pages["course"] = page
    add_learners(part, page)
    LearningCode.objects.create(
        site=part.site, code_hash=f"{mark}-sandi", progress={f"{mark}-kursus": {"last": f"{mark}-maju"}}
    )


def add_office_course(part) -> None:
    """What stands on the page itself, all villages may read; who has learned is the office's business."""
    page = _written_by(part.has.staff, make_course(part.has.office, "Kursus umum dinas"))
    part.pages["course"] = page
    add_learners(part, page)


def add_learners(part, page) -> None:
    part.has.course = page
    make_milestone(page)
    make_attempt(page, percent=0, wrong_questions=[f"{part.mark}-salah"])
    part.has.certificate = make_certificate(page, f"{part.mark}-pemegang", issuer=f"{part.mark}-penerbit")
    part.has.revoked = make_certificate(page, f"{part.mark}-dicabut", revoke_reason=f"{part.mark}-sebab")
    part.has.revoked.revoked_at = part.has.revoked.created_at
    part.has.revoked.save()


def _written_by(author, page):
    page.owner = author
    page.save_revision(user=author).publish(user=author)
    return type(page).objects.get(pk=page.pk)
