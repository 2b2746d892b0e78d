"""What is wrong with a course is said at the very place; a draft may wait with what is missing."""

import pytest
from django.urls import reverse

from learning.models import CourseIndexPage, CoursePage
from sites.workflow import switch_workflow
from tests.factories import sites as factories
from tests.factories.culture import list_below
from tests.factories.learning import choice_item, lesson_block, make_course, question_block

from .course_forms import course_form

pytestmark = pytest.mark.once


def send(client, page, publish=True, **values):
    button = {"action-publish": "1"} if publish else {}
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(url, {**course_form(page, **values), **button})


def places(error, place=()):
    """Where a stream's error says something, and what: [((0, "title"), "Write a title.")]."""
    found = [(place, message) for message in getattr(error, "non_block_errors", None) or []]
    for step, inner in getattr(error, "block_errors", {}).items():
        found += places(inner, (*place, step))
    if not hasattr(error, "block_errors"):
        found += [(place, message) for message in error.messages]
    return found


def places_in(answer, field):
    return [
        place for error in answer.context["form"].errors[field].as_data() for place, _text in places(error)
    ]


TWICE = [choice_item("Ya", True), choice_item(" ya ")]
TWO_RIGHT = [choice_item("Ya", True), choice_item("Tidak", True)]
NONE_RIGHT = [choice_item("Ya"), choice_item("Tidak")]
SAME_STEPS = [{"type": "item", "value": "Tuang"}, {"type": "item", "value": "tuang"}]

WRONG = [
    ({"lessons": [lesson_block("Satu", slug="kuis")]}, "lessons", (0, "slug")),
    ({"lessons": [lesson_block("Satu", slug="a"), lesson_block("Dua", slug="a")]}, "lessons", (1, "slug")),
    (
        {"questions": [question_block("single", choices=TWO_RIGHT)]},
        "questions",
        (0, "choices", 1, "is_right"),
    ),
    ({"questions": [question_block("single", choices=TWICE)]}, "questions", (0, "choices", 1, "text")),
    ({"questions": [question_block("ordering", items=SAME_STEPS)]}, "questions", (0, "items", 1)),
    ({"questions": [question_block("short", spellings=["genai", "?!"])]}, "questions", (0, "spellings", 1)),
    (
        {"lessons": [lesson_block("Satu", more=(question_block("multiple", choices=TWICE),))]},
        "lessons",
        (0, "body", 1, "choices", 1, "text"),
    ),
]
MISSING = [
    ({"lessons": []}, "lessons", ()),
    ({"lessons": [lesson_block("Satu", body=[])]}, "lessons", (0, "body")),
    ({"questions": [question_block("single", choices=NONE_RIGHT)]}, "questions", (0, "choices")),
    ({"questions": [question_block("multiple", choices=NONE_RIGHT)]}, "questions", (0, "choices")),
    ({"questions": [], "gives_certificate": "on"}, "gives_certificate", ()),
]


@pytest.fixture
def page(kemiren):
    return make_course(kemiren)


@pytest.mark.parametrize(("values", "field", "place"), [*WRONG, *MISSING])
def test_what_is_wrong_or_missing_is_said_at_its_place_and_nothing_is_published(
    admin, page, values, field, place
):
    before = page.latest_revision_id
    answer = send(admin, page, summary="Tulisan yang tidak boleh hilang", **values)
    assert set(answer.context["form"].errors) == {field}
    assert field == "gives_certificate" or places_in(answer, field) == [place]
    assert "Tulisan yang tidak boleh hilang" in answer.text
    page.refresh_from_db()
    assert page.latest_revision_id == before


@pytest.mark.parametrize(("values", "field", "place"), WRONG)
def test_a_draft_too_is_told_what_is_wrong(admin, page, values, field, place):
    answer = send(admin, page, publish=False, **values)
    assert places_in(answer, field) == [place]


@pytest.mark.parametrize(("values", "field", "place"), MISSING)
def test_a_draft_may_wait_with_what_is_missing(admin, page, values, field, place):
    assert send(admin, page, publish=False, **values).status_code == 302


def test_each_kind_of_question_is_taken_and_all_answers_may_be_right(admin, page):
    kinds = ["single", "multiple", "true_false", "ordering", "short"]
    questions = [question_block(kind) for kind in kinds]
    questions.append(question_block("multiple", "Semua benar?", choices=TWO_RIGHT))
    assert send(admin, page, questions=questions, gives_certificate="on").status_code == 302
    page.refresh_from_db()
    assert [question.key for question in page.question_list] == [found["id"] for found in questions]


def test_a_course_is_made_and_published_by_one_form(admin, kemiren):
    parent = list_below(CourseIndexPage, kemiren)
    url = reverse("wagtailadmin_pages:add", args=["learning", "coursepage", parent.pk])
    new = CoursePage(lessons=[lesson_block("Menyiangi padi", slug="")], questions=[question_block("short")])
    form = course_form(new, title="Bertani", slug="")
    assert admin.post(url, {**form, "action-publish": "1"}).status_code == 302
    made = CoursePage.objects.get(title="Bertani")
    assert made.live and made.slug == "bertani"
    assert made.lesson_list[0].slug == "menyiangi-padi"


def slugs(page):
    return [block.value["slug"] for block in CoursePage.objects.get(pk=page.pk).lessons]


def test_addresses_of_lessons_are_made_from_their_titles(admin, page):
    titles = ["Kuis", "Padi!", "Padi?", "ꦥꦢꦶ"]
    send(admin, page, lessons=[lesson_block(title, slug="") for title in titles])
    assert slugs(page) == ["kuis-2", "padi", "padi-2", "pelajaran"]


def test_the_address_of_a_lesson_stays_when_its_title_changes_and_comes_back_when_it_is_emptied(admin, page):
    first = lesson_block("Pelajaran 1")
    first["value"]["title"] = "Mengenal bunyi"
    second = lesson_block("Pelajaran 2", slug="")
    second["value"]["title"] = "Menyapa"
    send(admin, page, lessons=[second, first])
    assert slugs(page) == ["pelajaran-2", "pelajaran-1"]


def test_until_there_are_readers_the_address_follows_the_title(admin, kemiren):
    parent = list_below(CourseIndexPage, kemiren)
    draft = CoursePage(title="Padi", locale=parent.locale, live=False, lessons=[lesson_block("Baru")])
    draft = parent.add_child(instance=draft)
    lesson = lesson_block("Baru")
    lesson["value"]["title"] = "Menanam"
    send(admin, draft, lessons=[lesson])
    assert slugs(draft) == ["menanam"]


def test_the_english_version_keeps_the_keys_and_is_told_of_its_missing_quiz(admin, page):
    english = page.copy_for_translation(factories.home_locale("en"), copy_parents=True)
    keys = [lesson.key for lesson in page.lesson_list]
    assert [lesson.key for lesson in english.lesson_list] == keys
    CoursePage.objects.filter(pk=english.pk).update(gives_certificate=True)
    english = CoursePage.objects.get(pk=english.pk)
    english.save_revision()
    answer = send(admin, english, questions=[])
    assert set(answer.context["form"].errors) == {"questions"}


def test_no_draft_gets_past_the_form_by_publishing_many_at_once(admin, page):
    page.lessons = []
    page.save_revision()
    answer = admin.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}", follow=True)
    assert CoursePage.objects.get(pk=page.pk).lesson_count == 3
    assert any(page.title in str(message) for message in answer.context["messages"])


def test_nor_one_in_which_a_block_is_empty(admin, page):
    lesson = lesson_block("Satu")
    lesson["value"]["body"] = [{"type": "heading", "value": {"text": "", "level": "2"}}]
    page.lessons = [lesson]
    page.save_revision()
    admin.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}")
    assert CoursePage.objects.get(pk=page.pk).lesson_count == 3


def test_nor_does_one_below_the_list_that_is_published(admin, page):
    page.lessons = []
    page.save_revision()
    page.unpublish()
    url = f"/admin/bulk/wagtailcore/page/publish/?id={page.get_parent().pk}"
    admin.post(url, {"include_descendants": "on"})
    page.refresh_from_db()
    assert not page.live


def test_a_draft_that_is_fit_is_published_with_others(admin, page):
    page.summary = "Baru"
    page.save_revision()
    admin.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}")
    page.refresh_from_db()
    assert page.summary == "Baru"


def test_what_somebody_checks_must_be_as_fit_as_what_is_published(log_in, kemiren, page):
    """Who checks approves the newest version: nothing unfit may be saved over it."""
    switch_workflow(kemiren, True)
    writer = log_in(factories.make_person(kemiren, "contributor"), "kemiren.localhost")
    url = reverse("wagtailadmin_pages:add", args=["learning", "coursepage", page.get_parent().pk])
    new = CoursePage(lessons=[lesson_block("Satu")])
    sent = writer.post(url, {**course_form(new, title="Bertani", slug=""), "action-submit": "1"})
    assert sent.status_code == 302
    made = CoursePage.objects.get(title="Bertani")
    assert made.workflow_in_progress
    checker = log_in(factories.make_person(kemiren), "kemiren.localhost")
    assert places_in(send(checker, made, publish=False, lessons=[]), "lessons") == [()]
