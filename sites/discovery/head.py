"""What stands in the head of a page for search engines and messengers.

The functions read the context of the template: `page`, `frame`, `listing`,
`canonical_url`, `description` and `share_image`, as far as they are there. A page that shows parts of itself
under addresses of their own (a lesson of a course) puts the one that was asked for there as `part`, which
then speaks for it.
"""

from collections.abc import Iterator, Mapping

from django.templatetags.static import static
from django.utils.translation import get_language, gettext

from .descriptions import of_site

# Facebook's and WhatsApp's names of our languages.
LOCALES = {"id": "id_ID", "en": "en_GB"}
ICON_SIDE = 512

Tag = tuple[str, object]


def document_title(context: Mapping, heading: str = "", listing=None) -> str:
    """Return the title of the document, which no other address of the site has.

    `title_details` of the context, the words searched for and the number of the
    part of a list tell apart what has the same heading.
    """
    heading = heading or page_heading(context)
    details = [heading, *(str(detail) for detail in context.get("title_details", []))]
    if query := context.get("query"):
        details.append(f"“{query}”")
    listing = listing or context.get("listing")
    if listing and listing.number > 1:
        details.append(gettext("page %(number)s") % {"number": listing.number})
    return f"{', '.join(details)} · {context['frame'].name}"


def page_heading(context: Mapping) -> str:
    if part := context.get("part"):
        return part.heading
    page = context.get("page")
    return (page.seo_title or page.title) if page else context["frame"].name


def description(context: Mapping) -> str:
    """Return what is said of the page; of forms and whatever else stands in no tree, whose site it is."""
    return context.get("description") or of_site(context["frame"])


def canonical_address(context: Mapping) -> str:
    """Return the address under which search engines keep this page; the parts of a list have one each."""
    address, listing = context.get("canonical_url", ""), context.get("listing")
    if address and listing and listing.number > 1 and set(context["request"].GET) == {"page"}:
        return f"{address}?page={listing.number}"
    return address


def open_graph(context: Mapping) -> Iterator[Tag]:
    """Yield the properties of Open Graph, which WhatsApp, Facebook, Telegram and X read."""
    page, frame = context.get("part") or context.get("page"), context["frame"]
    yield "og:site_name", frame.name
    yield "og:type", page.open_graph_type if page else "website"
    yield "og:title", page_heading(context)
    yield "og:description", description(context)
    if address := canonical_address(context):
        yield "og:url", address
    yield "og:locale", LOCALES[get_language()]
    yield from (
        ("og:locale:alternate", LOCALES[code]) for code in frame.translations if code != get_language()
    )
    yield from _image(context)
    if page:
        yield from page.open_graph()


def _image(context: Mapping) -> Iterator[Tag]:
    image, frame = context.get("share_image"), context["frame"]
    if image:
        yield "og:image", image.url
        yield "og:image:type", "image/jpeg"
        yield "og:image:width", image.width
        yield "og:image:height", image.height
        yield "og:image:alt", image.alt
    else:
        yield "og:image", context["request"].build_absolute_uri(static(frame.icon(f"{ICON_SIDE}.png")))
        yield "og:image:type", "image/png"
        yield "og:image:width", ICON_SIDE
        yield "og:image:height", ICON_SIDE
        yield "og:image:alt", frame.name
