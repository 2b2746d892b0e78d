"""The sample courses: complete, every kind of block, one key in both languages, safe to seed twice."""

import json

import pytest
from django.conf import settings

from learning.blocks import LessonsBlock, QuestionsBlock
from learning.demo import courses, results, texts
from learning.models import Attempt, CoursePage, Milestone
from learning.questions import QuestionKind
from sites.models import VillageDocument
from tests.factories import sites as factories

pytestmark = pytest.mark.once

DATA = settings.BASE_DIR / "data"
SAMPLES = json.loads((DATA / "courses.json").read_text(encoding="utf-8"))
ADDITIONS = json.loads((DATA / "course_samples.json").read_text(encoding="utf-8"))
OF_TEACHING = {"recording", "glossary", "worked_example", "worksheet"}


def no_file(*arguments) -> None:
    """Stands for a document, which these tests need not store."""


def bodies(language: str) -> list[dict]:
    """Every block in every lesson of the samples."""
    found = []
    for sample in SAMPLES:
        lessons = json.loads(texts.lessons(sample | {"more": ADDITIONS[sample["slug"]]}, language, no_file))
        found += [block for lesson in lessons for block in lesson["value"]["body"]]
    return found


@pytest.fixture
def seeded(kemiren, settings):
    factories.make_office("dispendik")
    factories.make_office("disbudpar")
    type(kemiren).objects.filter(pk=kemiren.pk).update(code="35.10.15.2004")
    reports = []
    courses.seed(reports.append)
    return reports


def test_there_are_four_courses_with_18_lessons_and_12_questions():
    assert len(SAMPLES) == len(ADDITIONS) == 4
    assert sum(len(sample["lessons"]) for sample in SAMPLES) == 18
    assert sum(len(sample["quiz"]) for sample in SAMPLES) == 12
    for sample in SAMPLES:
        assert len(ADDITIONS[sample["slug"]]["lessons"]) == len(sample["lessons"])


def test_every_block_and_every_kind_of_question_appears():
    kinds = {block["type"] for block in bodies("id")}
    assert kinds >= OF_TEACHING | set(QuestionKind)


def test_english_lessons_say_that_the_whole_text_is_in_indonesian():
    for sample in SAMPLES:
        lessons = json.loads(texts.lessons(sample | {"more": ADDITIONS[sample["slug"]]}, "en", no_file))
        for lesson in lessons:
            assert lesson["value"]["summary"]
            assert texts.IN_INDONESIAN in [block["value"] for block in lesson["value"]["body"]]


def test_a_sample_says_that_it_is_one():
    for language in ("id", "en"):
        notes = [block["value"] for block in bodies(language) if block["type"] == "note"]
        assert notes.count(texts.SAMPLE[language]) == len(SAMPLES)


def test_what_a_course_is_filtered_by_is_known():
    for more in ADDITIONS.values():
        assert more["theme"] in CoursePage.Theme.values and more["level"] in CoursePage.Level.values
        assert more["learners"] in CoursePage.Audience.values
    assert [slug for slug, more in ADDITIONS.items() if more.get("gives_certificate")]


def test_a_village_has_its_own_and_offices_publish_the_others_for_all(seeded, kemiren):
    assert seeded == [sample["title"]["id"] for sample in SAMPLES]
    own = CoursePage.objects.in_village(kemiren.site).filter(locale__language_code="id").get()
    assert own.slug == "bahasa-osing-dasar" and own.audience == ""
    shown = CoursePage.objects.shown_on(kemiren.site).listed().filter(locale__language_code="id")
    assert shown.count() == 4
    assert {page.office.slug for page in shown if page.office} == {"dispendik", "disbudpar"}


def test_versions_share_the_keys_of_lessons_and_questions(seeded):
    for indonesian in CoursePage.objects.filter(locale__language_code="id"):
        english = indonesian.get_translations().get()
        assert [lesson.key for lesson in english.lesson_list] == [one.key for one in indonesian.lesson_list]
        assert [one.key for one in english.question_list] == [one.key for one in indonesian.question_list]
        assert [one.right for one in english.question_list] == [one.right for one in indonesian.question_list]


def test_what_is_seeded_is_what_the_form_accepts(seeded):
    for page in CoursePage.objects.all():
        assert LessonsBlock().clean(page.lessons) and QuestionsBlock().clean(page.questions)
        page.full_clean()


def test_seeding_twice_changes_nothing(seeded):
    before = CoursePage.objects.count(), VillageDocument.objects.count()
    again = []
    courses.seed(again.append)
    assert again == [] and (CoursePage.objects.count(), VillageDocument.objects.count()) == before


def test_without_its_village_a_course_is_published_by_an_office(portal):
    factories.make_office("dispendik")
    courses.seed(no_file)
    page = CoursePage.objects.get(slug="bahasa-osing-dasar", locale__language_code="id")
    assert (page.office.slug, page.audience) == ("dispendik", "all")


def test_without_office_or_village_nothing_is_seeded(portal):
    courses.seed(no_file)
    assert not CoursePage.objects.exists()


@pytest.mark.usefixtures("seeded")
def test_editors_see_results_that_stay_the_same_when_seeded_twice():
    courses_of_demo = CoursePage.objects.live().filter(locale__language_code="id").count()
    counts = []
    for _time in range(2):
        results.seed(lambda said: None)
        counts.append((Attempt.objects.count(), Milestone.objects.count()))
    assert counts[0] == counts[1] == (8 * courses_of_demo, (11 + 8) * courses_of_demo)
    assert {attempt.passed for attempt in Attempt.objects.all()} == {True, False}
