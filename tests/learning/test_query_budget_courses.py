"""Pages of courses cost the same at few and at many villages, courses, lessons and blocks."""

import pytest
from django.core.cache import cache
from wagtail.images.tests.utils import get_test_image_file

from learning.models import CoursePage
from sites.models import RelatedPage, VillageDocument, VillageImage
from tests.factories import sites as factories
from tests.factories.culture import translate
from tests.factories.learning import lesson_block, make_course, question_block, stream
from tests.sites.media import files
from tests.sites.test_query_budget import BUDGET, queries

pytestmark = pytest.mark.once

PAGES = [
    ("kemiren.localhost", "/belajar/"),
    ("kemiren.localhost", "/belajar/?theme=language&age=child"),
    ("kemiren.localhost", "/belajar/kursus-1/"),
    ("kemiren.localhost", "/belajar/kursus-1/pelajaran-1/"),
    ("kemiren.localhost", "/belajar/kursus-1/kuis/"),
    ("kemiren.localhost", "/belajar/dispendik/bersama-1/"),
    ("kemiren.localhost", "/belajar/dispendik/bersama-1/pelajaran-1/"),
    ("kemiren.localhost", "/en/learning/dispendik/shared/"),
    ("localhost", "/belajar/"),
    ("localhost", "/kantor/dispendik/belajar/bersama-1/"),
    ("localhost", "/kantor/dispendik/belajar/bersama-1/pelajaran-1/"),
]
# With everything that may stand on one: recordings with captions, worksheets, pictures, related guests.
LADEN = 6


@pytest.fixture
def office(kemiren, other):
    office = factories.make_office("dispendik")
    translate(
        make_course(office, "Bersama 1"), "Shared", lessons=stream("lessons", [lesson_block("Pelajaran 1")])
    )
    make_course(kemiren, "Kursus 1")
    return office


@pytest.fixture
def heavy(office):
    """Blocks of a lesson, each with files of its own."""
    made = {"collection": office.collection, "title": "a"}
    picture = VillageImage.objects.create(file=get_test_image_file("a.png"), **made)
    video = VillageDocument.objects.create(file=files.upload("a.webm", files.webm()), **made)
    captions = VillageDocument.objects.create(file=files.upload("a.vtt", b"WEBVTT\n"), **made)
    recording = {"title": "a", "file": video.pk, "picture": picture.pk, "captions": captions.pk}
    return [
        {"type": "recording", "value": recording | {"transcript": "b", "credit": ""}},
        {"type": "worksheet", "value": {"file": captions.pk, "instructions": ""}},
        {"type": "image", "value": {"image": picture.pk, "caption": "", "credit": ""}},
        question_block("single", picture=picture.pk),
    ]


@pytest.fixture
def grow(kemiren, office, heavy):
    """Add a village with a course, and lessons to the first ones; on wish with files and related pages."""
    courses = CoursePage.objects.filter(title__in=["Bersama 1", "Kursus 1"])

    def add(number, laden=False):
        village = factories.make_village(f"v{number}.localhost")
        make_course(village, f"Kursus {number}", theme="culture")
        shared = make_course(office, f"Bersama {number}", learners="child")
        for page in courses:
            blocks = tuple(heavy) * number if laden else ()
            lessons = [lesson_block(f"Pelajaran {place}", more=blocks) for place in range(1, number + 1)]
            page.lessons = stream("lessons", lessons)
            if laden:
                page.related_pages = [
                    RelatedPage(target=target)
                    for target in (shared, factories.make_page(village, f"B {number}"))
                ]
            factories.publish(page)

    return add


def test_pages_of_courses_stay_within_their_budget(grow):
    for number in range(2, 4):
        grow(number)
    for where in PAGES:
        found = queries(*where)
        assert len(found) <= BUDGET, (where, [query["sql"][:160] for query in found])


def test_they_cost_the_same_however_much_there_is(grow):
    grow(2, laden=True)
    few = {where: len(queries(*where)) for where in PAGES}
    for number in range(3, 6):
        grow(number, laden=True)
    cache.clear()
    assert {where: len(queries(*where)) for where in PAGES} == few
    assert {where: number for where, number in few.items() if number > BUDGET + LADEN} == {}
