"""Whose page and whose picture it is, in listings of the admin that mix villages."""

from django import template
from wagtail.models import Page

from sites.querysets import HOME_DEPTH
from sites.tenancy import place_name, sees_several

register = template.Library()

CHOOSER_BELOW_A_PAGE = {"wagtailadmin_choose_page", "wagtailadmin_choose_page_child"}


def stays_in_one_place(context: template.Context) -> bool:
    """Whether a listing shows what lies below one page, whose name stands above it."""
    request = context["request"]
    if getattr(request.resolver_match, "view_name", "") in CHOOSER_BELOW_A_PAGE:
        return True
    parent = getattr(context.get("table"), "parent_page", None)
    return bool(parent) and parent.depth >= HOME_DEPTH - 1 and not request.GET.get("search_all")


@register.simple_tag(takes_context=True)
def place_of(context: template.Context, page: Page) -> str:
    """Name the village of a page, to people whose listing mixes several."""
    request = context.get("request")
    if request is None or stays_in_one_place(context):
        return ""
    return place_name(request.user, page)


@register.simple_tag(takes_context=True)
def collection_of(context: template.Context, item) -> str:
    """Name the collection of a picture, to people who see those of several."""
    request = context.get("request")
    return item.collection.name if request and sees_several(request.user) else ""
