"""Makes the draft of a copy: the texts as they are, all else one's own."""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from wagtail.models import Collection, Locale

from learning.importing.making import keep_as_draft
from learning.models import CourseIndexPage, CoursePage
from sites.media.belonging import owned_by_villages
from sites.models import Office, User, Village
from sites.slugs import free_slug

from .files import FileCopier
from .originals import Original, versions_of
from .streams import StreamCopier

# What a copy says like its original. For whom it is, results and related pages are not among them.
KEPT = (
    "title", "summary", "search_description", "theme", "level", "learners", "language", "intended_for",
    "outcomes", "licence", "sources", "pass_percent", "shuffles", "may_retry", "gives_certificate",
)  # fmt: skip


@dataclass(frozen=True)
class Copied:
    """The draft, and the titles of files that stayed behind."""

    page: CoursePage
    left_out: list[str]


@transaction.atomic
def copy(original: Original, parent: CourseIndexPage, user: User) -> Copied:
    """Copy a course and its translations below a list and its translations. `parent` is in Indonesian."""
    files = FileCopier(collection_of(parent), user, original.publisher, _belongs_to(original.course))
    streams, made = StreamCopier(files), None
    for language, version in versions_of(original.course).items():
        target = _in_language(parent, language)
        if target is None:
            continue
        values = {"translation_key": made.translation_key} if made else {}
        page = _copied(version, original, streams, target, values)
        page = keep_as_draft(page, target, user)
        made = made or page
    return Copied(made, files.left_out)


def collection_of(parent: CourseIndexPage) -> Collection:
    """Where the files of a village, of an office or of the regency lie."""
    if village := Village.objects.owning(parent).select_related("collection").first():
        return village.collection
    above = parent.get_ancestors().values("pk")
    office = Office.objects.filter(pages__in=above).select_related("collection").first()
    return office.collection if office else Collection.get_first_root_node()


def _in_language(parent: CourseIndexPage, language: str) -> CourseIndexPage | None:
    if language == settings.LANGUAGE_CODE:
        return parent
    return parent.get_translation_or_none(Locale.objects.get(language_code=language))


def _belongs_to(course: CoursePage):
    """A question for each file: is it of the site whose course is copied, or of no village at all?"""
    village = Village.objects.owning(course).select_related("collection").first()

    def is_allowed(file) -> bool:
        if village and file.collection.path.startswith(village.collection.path):
            return True
        return not owned_by_villages(type(file), [file.pk])

    return is_allowed


def _copied(
    version: CoursePage, original: Original, streams: StreamCopier, parent, values: dict
) -> CoursePage:
    picture = version.listing_image_id and streams.files.picture(version.listing_image_id)
    slugs = parent.get_children()
    texts = {name: getattr(version, name) for name in KEPT}
    if version.based_on:
        texts["sources"] = "\n".join(filter(None, [version.sources, version.based_on]))
    return CoursePage(
        **texts,
        **values,
        slug=free_slug(version.title, lambda slug: not slugs.filter(slug=slug).exists()),
        locale=parent.locale,
        live=False,
        listing_image_id=picture or None,
        based_on=original.credit,
        based_on_url=version.full_url or "",
        lessons=streams.copy(version.lessons),
        questions=streams.copy(version.questions),
    )
