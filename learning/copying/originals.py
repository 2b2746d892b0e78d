"""Courses of others that may be copied: published for everybody, under a licence that allows it."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext

from learning.choices import Licence
from learning.models import CoursePage
from learning.querysets import CourseQuerySet
from learning.staff.access import courses_of
from sites.models import User, Village


@dataclass(frozen=True)
class Original:
    course: CoursePage
    publisher: str

    @property
    def credit(self) -> str:
        """Title, whose it is, and the licence, as the licence asks for it."""
        values = {
            "title": self.course.title,
            "publisher": self.course.author or self.publisher,
            "licence": self.course.get_licence_display(),
        }
        return gettext("“%(title)s”, by %(publisher)s (%(licence)s)") % values


def originals_for(user: User, words: str = "") -> CourseQuerySet:
    """Those that somebody does not look after; in Indonesian, or in what language there is."""
    found = CoursePage.objects.as_courses().listed().openable().exclude(licence=Licence.RESERVED)
    found = found.exclude(pk__in=courses_of(user).values("pk")).with_publisher().select_related("locale")
    if words:
        found = found.filter(Q(title__icontains=words) | Q(summary__icontains=words))
    return found.defer_streamfields().order_by("title", "pk")


def named(courses) -> list[Original]:
    """Each with whose it is. One query for the villages among them."""
    courses = list(courses)
    containers = {course.path[: 2 * course.steplen] for course in courses}
    found = Village.objects.filter(container__path__in=containers).select_related("container")
    villages = {village.container_path: village.display_name for village in found}
    return [
        Original(course, villages.get(course.path[: 2 * course.steplen], course.publisher_name))
        for course in courses
    ]


def versions_of(course: CoursePage) -> dict[str, CoursePage]:
    """The published versions of a course in its own place, by language; Indonesian first."""
    own = course.path[: 2 * course.steplen]
    found = CoursePage.objects.listed().filter(translation_key=course.translation_key, path__startswith=own)
    versions = {page.locale.language_code: page for page in found.select_related("locale")}
    first = settings.LANGUAGE_CODE
    return dict(sorted(versions.items(), key=lambda item: item[0] != first))
