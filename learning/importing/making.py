"""Makes drafts of the courses of a file: all of them, or none."""

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Locale

from learning.editing.lesson_slugs import fill_slugs
from learning.models import CourseIndexPage, CoursePage
from sites.models import User
from sites.slugs import free_slug

from .blocks import lesson_blocks, question_blocks, said
from .drafts import CourseDraft

ENGLISH = "en"


@transaction.atomic
def make_all(courses: list[CourseDraft], parent: CourseIndexPage, user: User) -> list[CoursePage]:
    """`parent` is a list in Indonesian. What is in English, too, becomes a draft below its translation."""
    made = [make(course, "id", parent, user) for course in courses]
    english = parent.get_translation_or_none(Locale.objects.get(language_code=ENGLISH))
    for course, page in zip(courses, made, strict=True):
        if english and course.is_in_english:
            make(course, ENGLISH, english, user, translation_key=page.translation_key)
    return made


def make(course: CourseDraft, language: str, parent, user: User, **values) -> CoursePage:
    texts = {name: said(texts, language) for name, texts in course.texts.items()}
    page = CoursePage(
        **texts,
        **course.values,
        **values,
        slug=free_slug(texts["title"], lambda slug: not parent.get_children().filter(slug=slug).exists()),
        locale=parent.locale,
        live=False,
        lessons=lesson_blocks(course, language),
        questions=question_blocks(course, language),
    )
    return keep_as_draft(page, parent, user)


def keep_as_draft(page: CoursePage, parent, user: User) -> CoursePage:
    """Put a new course below a list; nobody reads it until somebody publishes it."""
    page.owner = user
    fill_slugs(page.lessons, {}, has_readers=False)
    parent.add_child(instance=page)
    page.save_revision(user=user)
    log(page, "wagtail.create", user=user)
    return page
