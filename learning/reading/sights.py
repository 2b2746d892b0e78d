"""What the page of a course prints, and what every part of it does."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from learning import durations
from learning.lessons import Lesson, quiz_of
from learning.parts import Part
from sites import languages
from sites.discovery import descriptions
from sites.frame import frame_for
from sites.media.renditions import prefetch_renditions


class Fact(NamedTuple):
    icon: str
    label: str
    value: str


def sights_of(course, request: HttpRequest) -> dict:
    """Context of the page of a course and of everything below it."""
    part = part_asked_for(course, request)
    context = {
        "lessons": course.lesson_list,
        "lesson_keys": " ".join(lesson.key for lesson in course.lesson_list),
        "quiz": quiz_of(course),
        "issuer": issuer_of(course, request),
    }
    return context | (sights_of_part(part, request) if part else sights_of_course(course))


def sights_of_course(course) -> dict:
    prefetch_renditions([course.listing_image])
    return {"facts": facts_of(course), "first": next(iter(course.lesson_list), None)}


def part_asked_for(course, request: HttpRequest) -> Part | None:
    """The lesson or the quiz at the address asked for; None for the course itself."""
    match = getattr(request, "routable_resolver_match", None)
    if match and match.url_name == "lesson":
        return lesson_at(course, match.kwargs["slug"])
    return quiz_of(course) if match and match.url_name == "quiz" else None


def lesson_at(course, slug: str) -> Lesson | None:
    return next((lesson for lesson in course.lesson_list if lesson.slug == slug), None)


def sights_of_part(part: Part, request: HttpRequest) -> dict:
    """What a part has of its own where otherwise the course would speak for it."""
    course, frame = part.course, frame_for(request)
    address = request.build_absolute_uri(part.get_url(request))
    own = course.locale.language_code
    versions = {
        code: part if code == own else part.in_version(version)
        for code, version in frame.translations.items()
    }
    # The switch leads to the same part, or to the course where its translation lacks it.
    frame.translations = {code: versions[code] or page for code, page in frame.translations.items()}
    same = languages.absolute_addresses({code: found for code, found in versions.items() if found}, request)
    context = {
        "part": part,
        "breadcrumbs": part.open_trail,
        "description": descriptions.describe(part, frame),
        "share_url": address,
        # Search engines keep the office's own address.
        "canonical_url": part.full_url if course.is_guest else address,
        "alternates": [] if course.is_guest else languages.alternates(same),
    }
    return context | (sights_of_lesson(part) if isinstance(part, Lesson) else {})


def sights_of_lesson(lesson: Lesson) -> dict:
    course, index = lesson.course, lesson.number - 1
    return {
        "lesson": lesson,
        "previous": course.lesson_list[index - 1] if index else None,
        "next": next(iter(course.lesson_list[index + 1 :]), None) or quiz_of(course),
        "duration": durations.in_words(lesson.minutes) if lesson.minutes else "",
    }


def issuer_of(course, request: HttpRequest) -> str:
    """Whose course it is: of an office or the regency, or of the village whose site it stands on."""
    is_shared = course.is_guest or course.office_id
    return course.publisher_name if is_shared else frame_for(request).name


def facts_of(course) -> list[Fact]:
    for_whom = course.intended_for or course.get_learners_display()
    facts = [
        Fact("clock", gettext("Time needed"), capfirst(durations.in_words(course.minutes))),
        Fact("book-open", gettext("Content"), content_of(course)),
        Fact("users-round", gettext("For whom"), for_whom),
        Fact("message-circle", gettext("Language"), course.spoken_language_name),
    ]
    if course.gives_certificate and course.question_list:
        told = gettext("Yes, from %(percent)s percent right answers") % {"percent": course.pass_percent}
        facts.append(Fact("id-card", gettext("Certificate"), told))
    return facts


def content_of(course) -> str:
    number, questions = len(course.lesson_list), len(course.question_list)
    lessons = ngettext("%(number)s lesson", "%(number)s lessons", number) % {"number": number}
    if not questions:
        return lessons
    quiz = ngettext("quiz with %(number)s question", "quiz with %(number)s questions", questions)
    return f"{lessons}, {quiz % {'number': questions}}"
