"""What the head of every page prints."""

from django import template
from django.templatetags.static import static
from django.utils.safestring import SafeString

from sites import structured_data
from sites.discovery import head

register = template.Library()

register.simple_tag(head.document_title, takes_context=True, name="document_title")
register.simple_tag(head.canonical_address, takes_context=True, name="canonical_address")


@register.inclusion_tag("components/sharing_tags.html", takes_context=True)
def sharing_tags(context: template.Context) -> dict:
    """Print the description, Open Graph and X's card."""
    large = bool(context.get("share_image"))
    return {
        "description": head.description(context),
        "open_graph": list(head.open_graph(context)),
        "card": "summary_large_image" if large else "summary",
    }


@register.simple_tag(takes_context=True)
def site_icon(context: template.Context, name: str) -> str:
    """Return the address of an icon in the colour of the site: icon.svg, 180.png, 192.png, 512.png."""
    return static(context["frame"].icon(name))


@register.simple_tag(takes_context=True, name="structured_data")
def print_structured_data(context: template.Context) -> SafeString:
    """Print the page's JSON-LD; it is data, so that the content security policy has nothing to allow."""
    page = context.get("part") or context.get("page")
    if not hasattr(page, "schema_type"):
        return SafeString()
    data = structured_data.for_page(
        page, context["frame"], context["request"], context.get("share_image"), context.get("listing")
    )
    return structured_data.script(data)
