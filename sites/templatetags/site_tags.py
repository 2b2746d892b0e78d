"""What the templates of every app draw and format with."""

from django import template
from django.core.paginator import Paginator
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Page

from sites import drawings, money, phones, transect
from sites.identity_numbers import holds_identity_number, kind_word
from sites.media.renditions import pictures_in, prefetch_renditions

register = template.Library()

CATEGORY_ICONS = {
    "service": "file-text",
    "event": "calendar-days",
    "health": "heart-pulse",
    "development": "truck",
    "assistance": "hand-heart",
    "safety": "triangle-alert",
}
SEVERITY_ICONS = {"important": "triangle-alert", "emergency": "circle-alert"}
PLACEHOLDERS = 6
MOST_PAGE_NUMBERS = 7

register.simple_tag(drawings.icon, name="icon")
register.simple_tag(drawings.motif, name="motif")
register.simple_tag(drawings.mark, name="mark")
register.simple_tag(transect.slope_path, name="slope_path")

register.filter("rupiah", money.format_rupiah)
register.filter("rupiah_in_words", money.rupiah_in_words)
register.filter("phone", phones.readable)
register.filter("call_url", phones.call_url)
register.filter("whatsapp_url", phones.whatsapp_url)


@register.simple_tag(takes_context=True)
def address_of(context: template.Context, page) -> str:
    """Return the address of a page, or of anything else that has `get_url(request)`."""
    return page.get_url(context.get("request"))


@register.inclusion_tag("components/identity_number_note.html", takes_context=True)
def identity_number_note(context: template.Context) -> dict:
    """A kind word where somebody has searched for what may be a NIK; the search itself leaves it out."""
    request = context.get("request")
    typed = request.GET.get("q", "") if request else ""
    return {"words": kind_word() if holds_identity_number(typed) else ""}


@register.filter
def placeholder_number(page_id: int | None) -> int:
    """Choose one of the cuts of cloth for a page without a picture; a new page gets the first."""
    return (page_id or 0) % PLACEHOLDERS + 1


@register.filter
def card_icon(page: Page) -> str:
    """Name the icon of a page: that of its kind or category, or of its type."""
    icon = getattr(page, "kind_icon", "") or CATEGORY_ICONS.get(getattr(page, "category", ""))
    return icon or getattr(page.specific_class, "menu_icon", "file-text")


@register.filter
def page_numbers(paginator: Paginator, number: int) -> list[int | None]:
    """List the page numbers to offer around the current one; None stands for a gap."""
    shown = paginator.get_elided_page_range(number, on_each_side=1, on_ends=1)
    if paginator.num_pages <= MOST_PAGE_NUMBERS:
        return list(paginator.page_range)
    return [None if entry == paginator.ELLIPSIS else entry for entry in shown]


@register.simple_tag
def severity_icon(severity: str) -> SafeString:
    return drawings.icon(SEVERITY_ICONS.get(severity, "megaphone"))


@register.filter
def with_pictures(body):
    """Fetch the sizes of all pictures in a body at once, so that none costs a query of its own."""
    prefetch_renditions(pictures_in(body))
    return body


@register.simple_tag
def indonesian() -> SafeString:
    """Mark an element whose text exists in Indonesian only, on pages in English: `<p{% indonesian %}>`."""
    return SafeString("" if get_language() == "id" else ' lang="id"')
