"""The sizes and formats that readers get; made when something is published, never in a reader's request."""

import logging
from collections.abc import Iterable, Mapping

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Prefetch, prefetch_related_objects
from wagtail.models import ReferenceIndex

logger = logging.getLogger(__name__)

WIDTHS = (360, 720, 1080)
PICTURES = ("image", "picture")  # what blocks call the picture that they print
FORMATS = ("avif", "webp", "jpeg")  # in the order in which browsers are to choose


def spec(width: int, file_format: str) -> str:
    return f"width-{width}|format-{file_format}"


SPECS = {spec(width, file_format): file_format for width in WIDTHS for file_format in FORMATS}


def specs_for(image: Model) -> list[str]:
    """Return the filter specs that make sense: up to the first width that the picture does not exceed."""
    smaller = [width for width in WIDTHS if width < image.width]
    widths = WIDTHS[: len(smaller) + 1]
    return [spec(width, file_format) for width in widths for file_format in FORMATS]


def prefetch_renditions(images: Iterable[Model | None]) -> None:
    """Load what `{% responsive_picture %}` needs for all of them, in one query."""
    prefetch_related_objects([image for image in images if image], renditions_of())


def renditions_of(path: str = "") -> Prefetch:
    """The same for a queryset whose rows have a picture: `prefetch_related(renditions_of("photo"))`."""
    renditions = apps.get_model("sites", "VillageRendition").objects.filter(filter_spec__in=SPECS)
    return Prefetch(f"{path}__renditions" if path else "renditions", renditions)


def pictures_in(body: Iterable) -> list[Model]:
    """Return the pictures of a stream, each the `image` or the `picture` of its block.

    One query for each kind of block that has one, whatever their number.
    """
    values = [block.value for block in body if isinstance(block.value, Mapping)]
    return [value[name] for value in values for name in PICTURES if value.get(name)]


def make_renditions(images: Iterable[Model]) -> int:
    """Make what is missing and return how many files that were."""
    images = list(images)
    prefetch_renditions(images)
    return sum(make_missing(image, specs_for(image)) for image in images)


def make_missing(image: Model, wanted: Iterable[str]) -> int:
    """Make those of the wanted filter specs that are missing, and return how many that were.

    A picture whose file is gone is skipped and logged: it must not keep a page
    from being published.
    """
    existing = {rendition.filter_spec for rendition in image.renditions.all()}
    missing = [filter_spec for filter_spec in wanted if filter_spec not in existing]
    try:
        image.get_renditions(*missing)
    except OSError as error:
        logger.warning("Picture %s (%s) cannot be read: %s", image.pk, image.title, error)
        return 0
    return len(missing)


def images_of(page: Model) -> list[Model]:
    """Return every picture the page points at, in its fields, blocks and child rows. One query."""
    image_model = apps.get_model("sites", "VillageImage")
    content_type = ContentType.objects.get_for_model(image_model)
    # The stored index may be behind (it is filled by a task); the same reading of the page is not.
    references = ReferenceIndex._extract_references_from_object(page)
    ids = {object_id for type_id, object_id, *_ in references if type_id == content_type.pk}
    return list(image_model.objects.filter(pk__in=ids))
