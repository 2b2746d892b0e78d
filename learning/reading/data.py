"""What a course, its lessons and its quiz say to search engines: schema.org, without any answer.

A lesson and the quiz are `learning.lessons.Lesson` and `Quiz`.
"""

from django.http import HttpRequest
from django.utils.translation import gettext

from learning.durations import for_machines
from sites.discovery import owner


def course(page, request: HttpRequest) -> dict:
    """Properties of a `Course`."""
    data = common(page, request) | {
        "timeRequired": for_machines(page.minutes),
        "teaches": page.outcome_lines,
        "audience": page.intended_for and {"@type": "Audience", "audienceType": page.intended_for},
        "isBasedOn": page.based_on_url,
        "educationalCredentialAwarded": page.gives_certificate and gettext("Certificate of this site"),
        "hasCourseInstance": {
            "@type": "CourseInstance",
            "courseMode": "online",
            "courseWorkload": for_machines(page.minutes),
            "inLanguage": page.spoken_language,
        },
        "hasPart": [_listed(lesson, request) for lesson in page.lesson_list],
    }
    return {name: value for name, value in data.items() if value}


def lesson(lesson, request: HttpRequest) -> dict:
    """Properties of a `LearningResource`."""
    own = {"learningResourceType": gettext("Lesson"), "position": lesson.number}
    return _of_part(lesson, request) | own | _time(lesson)


def quiz(quiz, request: HttpRequest) -> dict:
    """Properties of a `Quiz`."""
    about = {"@type": "Thing", "name": quiz.course.title}
    return _of_part(quiz, request) | {"learningResourceType": gettext("Quiz"), "about": about}


def _of_part(part, request: HttpRequest) -> dict:
    page = part.course
    whole = {"@type": "Course", "name": page.title, "url": request.build_absolute_uri(page.get_url(request))}
    found = {name: value for name, value in common(page, request).items() if value}
    return found | {"isPartOf": whole}


def common(page, request: HttpRequest) -> dict:
    """What holds for the course and for each of its parts."""
    return {
        "provider": _provider(page, request),
        "inLanguage": page.spoken_language,
        "educationalLevel": page.get_level_display(),
        "license": page.licence_url,
        "isAccessibleForFree": True,
    }


def _provider(page, request: HttpRequest) -> dict:
    if page.office_id or page.is_guest:
        return {"@type": "GovernmentOrganization", "name": page.publisher_name}
    return {"@id": owner.root(request) + "#owner"}


def _listed(lesson, request: HttpRequest) -> dict:
    return {
        "@type": "LearningResource",
        "name": lesson.title,
        "url": request.build_absolute_uri(lesson.get_url(request)),
        "position": lesson.number,
    } | _time(lesson)


def _time(lesson) -> dict:
    return {"timeRequired": for_machines(lesson.minutes)} if lesson.minutes else {}
