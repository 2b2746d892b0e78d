from collections import defaultdict

from django import template
from django.db.models import Model
from django.utils.translation import get_language

from sites.media.renditions import FORMATS, SPECS

register = template.Library()

POSTER_WIDTH = 720


@register.inclusion_tag("components/picture.html")
def responsive_picture(
    image: Model | None,
    sizes: str = "100vw",
    priority: bool = False,
    css_class: str = "",
    alt: str | None = None,
) -> dict:
    """Print a picture in the sizes and formats that exist; it never makes one.

    `priority` is for the one picture at the top of a page: it is fetched first.
    `alt` replaces the picture's own alternative text; "" hides it from screen readers.
    """
    if image is None:
        return {}
    alt, alt_language = _alt_text(image) if alt is None else (alt, "")
    by_format = _renditions_by_format(image)
    fallback = by_format.pop("jpeg", [])
    return {
        "sources": [(f"image/{name}", _srcset(by_format[name])) for name in FORMATS if name in by_format],
        "srcset": _srcset(fallback),
        "img": fallback[-1] if fallback else image,
        "sizes": sizes,
        "priority": priority,
        "css_class": css_class,
        "alt": alt,
        "alt_language": alt_language,
    }


@register.simple_tag
def poster(image: Model) -> str:
    """Return the address of one size of a picture, or of its own file while there is none."""
    sizes = _renditions_by_format(image).get("jpeg", [])
    return next((size.url for size in sizes if size.width >= POSTER_WIDTH), (sizes or [image.file])[-1].url)


def _renditions_by_format(image: Model) -> dict[str, list[Model]]:
    """Return the stored renditions, the narrowest first. One query, or none after `prefetch_renditions`."""
    by_format = defaultdict(list)
    for rendition in sorted(image.renditions.all(), key=lambda rendition: rendition.width):
        if rendition.filter_spec in SPECS:
            by_format[SPECS[rendition.filter_spec]].append(rendition)
    return by_format


def _srcset(renditions: list[Model]) -> str:
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in renditions)


def _alt_text(image: Model) -> tuple[str, str]:
    """Return the text for this use, and its language where that is not the page's.

    An image block may replace or drop the picture's own text.
    """
    if image.decorative or image.is_decorative:
        return "", ""
    if image.contextual_alt_text:
        return image.contextual_alt_text, ""
    reading = get_language()
    text, language = image.described_in(reading)
    return text, "" if language == reading else language
