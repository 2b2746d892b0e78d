from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import DismissibleMenuItem, MenuItem
from wagtail.permissions import register_permission_policy

from sites.admin import explorer
from sites.admin.dashboard import panels_for
from sites.admin.media_api import ChoosableDocuments, ChoosableImages
from sites.admin.rich_text import register_language_marks
from sites.admin.villages import VillagePolicy, VillageViewSet
from sites.identity import portal_site
from sites.models import Village
from sites.querysets import village_scope
from sites.style_guide.views import style_guide
from sites.tenancy import is_portal_staff, villages_of

register_permission_policy(Village, VillagePolicy(Village))
explorer.register()


@hooks.register("register_admin_viewset")
def register_villages():
    return VillageViewSet()


@hooks.register("construct_homepage_panels")
def add_cards(request: HttpRequest, panels: list) -> None:
    panels.extend(panels_for(request.user))


@hooks.register("insert_global_admin_css")
def wear_our_colours() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("construct_reports_menu")
@hooks.register("construct_help_menu")
def keep_for_portal_staff(request: HttpRequest, items: list) -> None:
    """Reports know no villages (`tenancy.gate` closes their addresses), and the help is about Wagtail."""
    if not is_portal_staff(request.user):
        items.clear()


@hooks.register("construct_help_menu")
def leave_out_wagtails_news(request: HttpRequest, items: list) -> None:
    """Wagtail's release notes and guide are in English and on another host; it counts them as news."""
    items[:] = [item for item in items if not isinstance(item, DismissibleMenuItem)]


@hooks.register("construct_page_chooser_queryset")
def offer_own_pages(pages, request: HttpRequest):
    """A village links to its own pages and to what the portal has published."""
    if is_portal_staff(request.user):
        return pages
    scope = village_scope(portal_site(), live=True)
    for village in villages_of(request.user):
        scope |= village_scope(village.site)
    return pages.filter(scope)


@hooks.register("construct_page_action_menu")
def offer_publishing_first(items: list, request: HttpRequest, context: dict) -> None:
    """Who may publish sees that button first; Wagtail hides it behind an arrow."""
    items.sort(key=lambda item: item.name != "action-publish")


@hooks.register("construct_admin_api", order=100)
def narrow_media(router) -> None:
    router.register_endpoint("images", ChoosableImages)
    router.register_endpoint("documents", ChoosableDocuments)


@hooks.register("register_rich_text_features")
def offer_language_marks(features) -> None:
    register_language_marks(features)


@hooks.register("register_admin_urls")
def register_style_guide():
    return [path("panduan-gaya/", style_guide, name="style_guide")]


@hooks.register("register_help_menu_item")
def offer_style_guide() -> MenuItem:
    """Only portal staff see the help menu; see `keep_for_portal_staff`."""
    return MenuItem(_("Style guide"), reverse("style_guide"), name="style-guide", icon_name="view", order=900)
