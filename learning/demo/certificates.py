"""Sample results in Kemiren: one has become a certificate, and of one nobody has asked for it yet."""

from uuid import NAMESPACE_URL, uuid5

from learning.certificates import acts
from learning.models import Attempt, Certificate, CoursePage
from sites.models import Village

VILLAGE_CODE = "35.10.15.2004"
CODE, NAME = "K7MQ-4XPA-09TZ", "Peserta Contoh"
CLAIMED, UNCLAIMED = (uuid5(NAMESPACE_URL, f"smart-kampung.demo.{name}") for name in ("claimed", "unclaimed"))


def seed(report) -> None:
    """Needs a sample course that gives certificates; what is there stays."""
    village = Village.objects.open().with_site().filter(code=VILLAGE_CODE).first()
    courses = CoursePage.objects.live().filter(gives_certificate=True, locale__language_code="id")
    course = courses.order_by("path").first()
    if village is None or course is None or Certificate.objects.filter(code=CODE).exists():
        return
    certificate = acts.issue(result(course, village, CLAIMED), NAME)
    # The code that the hints of the forms name.
    Certificate.objects.filter(pk=certificate.pk).update(code=CODE)
    result(course, village, UNCLAIMED)
    report(f"{NAME}, {CODE}")


def result(course: CoursePage, village: Village, key) -> Attempt:
    values = {"course": course, "site": village.site, "revision": course.live_revision}
    return Attempt.objects.get_or_create(key=key, defaults={**values, "percent": 100, "passed": True})[0]
