from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import DismissibleMenuItem, MenuItem
from wagtail.admin.site_summary import PagesSummaryItem
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.permissions import register_permission_policy

from sites.admin import explorer, moving, switcher
from sites.admin.dashboard import panels_for
from sites.admin.media_api import ChoosableDocuments, ChoosableImages
from sites.admin.next_step import tell_next_step
from sites.admin.offices import OfficePolicy, OfficeViewSet
from sites.admin.own_panels import narrowed
from sites.admin.redirects import RedirectViewSet
from sites.admin.rich_text import register_language_marks
from sites.admin.villages import VillagePolicy, VillageViewSet
from sites.models import Letter, Office, Subscription, Village
from sites.newsletter.admin import LetterViewSet, OwnReadersPolicy, SubscriberViewSet
from sites.reports import registration as reports
from sites.sharing import history as sharing_history
from sites.sharing import menu as sharing_menu
from sites.sharing.editor import tell_reach
from sites.style_guide.views import style_guide
from sites.team import history, leaving, menu
from sites.tenancy import access_of, is_portal_staff
from sites.tenancy.choosing import choosable_pages
from sites.tenancy.policies import OwnedPolicy

register_permission_policy(Village, VillagePolicy(Village))
register_permission_policy(Office, OfficePolicy(Office))
# Wagtail has registered one that knows no villages; the exact class goes before it.
register_permission_policy(Redirect, OwnedPolicy(Redirect), exact_class=True)
register_permission_policy(Subscription, OwnReadersPolicy(Subscription, frozenset({"view", "delete"})))
register_permission_policy(Letter, OwnReadersPolicy(Letter, frozenset({"view"})))
reports.register()
switcher.register()


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [VillageViewSet(), OfficeViewSet(), RedirectViewSet(), SubscriberViewSet(), LetterViewSet()]


@hooks.register("register_admin_viewset", order=1000)
def use_our_explorer() -> list:
    """Last, for Wagtail registers its own viewset of all pages by this hook, too."""
    explorer.register()
    return []


@hooks.register("construct_homepage_panels")
def add_cards(request: HttpRequest, panels: list) -> None:
    panels[:] = [*narrowed(panels), *panels_for(request)]


@hooks.register("insert_global_admin_css")
def wear_our_colours() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("insert_editor_js")
def let_autosave_finish() -> str:
    return format_html('<script src="{}"></script>', static("js/after-autosave.js"))


@hooks.register("construct_help_menu")
def keep_for_portal_staff(request: HttpRequest, items: list) -> None:
    """The help is about Wagtail; `sites.reports` sees to the reports."""
    if not is_portal_staff(request.user):
        items.clear()


@hooks.register("construct_help_menu")
def leave_out_wagtails_news(request: HttpRequest, items: list) -> None:
    """Wagtail's release notes and guide are in English and on another host; it counts them as news."""
    items[:] = [item for item in items if not isinstance(item, DismissibleMenuItem)]


@hooks.register("construct_settings_menu")
def leave_out_wagtails_redirects(request: HttpRequest, items: list) -> None:
    """Ours take their place, which know whose they are."""
    items[:] = [item for item in items if item.name != "redirects"]


@hooks.register("construct_page_chooser_queryset")
def offer_own_pages(pages, request: HttpRequest):
    """A village links to its own pages and to what the portal has published."""
    # Fetched for all rows at once; Wagtail's chooser would ask for each.
    pages = pages.prefetch_workflow_states().annotate_approved_schedule().prefetch_related("locale")
    return pages if is_portal_staff(request.user) else choosable_pages(request.user, pages)


@hooks.register("construct_document_chooser_queryset")
def fetch_collections(documents, request: HttpRequest):
    """Wagtail asks the database for the collection of each document, once there are several."""
    return documents.select_related("collection")


@hooks.register("construct_page_action_menu")
def offer_publishing_first(items: list, request: HttpRequest, context: dict) -> None:
    """Who may publish sees that button first; Wagtail hides it behind an arrow."""
    items.sort(key=lambda item: item.name != "action-publish")


@hooks.register("construct_homepage_summary_items", order=1000)
def count_own_pages_only(request: HttpRequest, items: list) -> None:
    """Wagtail counts all below the page above one's own: for people of several places, those of everybody."""
    if len(access_of(request.user).page_roots) > 1 and not is_portal_staff(request.user):
        items[:] = [item for item in items if not isinstance(item, PagesSummaryItem)]


@hooks.register("after_publish_page")
def say_where_it_shows(request: HttpRequest, page: Page) -> None:
    tell_reach(request, page.specific)


@hooks.register("after_edit_page")
def say_what_step_follows(request: HttpRequest, page: Page) -> None:
    tell_next_step(request, page)


@hooks.register("before_move_page")
def keep_in_its_village(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    return moving.refuse(request, [page], destination)


@hooks.register("before_bulk_action")
def keep_many_in_their_village(request: HttpRequest, action: str, objects: list, view) -> HttpResponse | None:
    if action == "move" and objects and isinstance(objects[0], Page):
        return moving.refuse(request, objects, view.cleaned_form.cleaned_data["chooser"])
    return None


@hooks.register("before_bulk_action")
def leave_out_what_lies_below(request: HttpRequest, action: str, objects: list, view) -> None:
    """Wagtail deletes and moves a page with all below it, and then fails on those that were chosen, too."""
    if action in {"delete", "move"} and objects and isinstance(objects[0], Page):
        chosen = tuple(page.path for page in objects)
        objects[:] = [page for page in objects if not page.path[: -Page.steplen].startswith(chosen)]


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


@hooks.register("register_admin_urls")
def register_team():
    return menu.urlpatterns()


@hooks.register("register_admin_menu_item")
def offer_team() -> MenuItem:
    return menu.TeamMenuItem()


@hooks.register("register_account_menu_item")
def offer_to_leave(request: HttpRequest) -> dict | None:
    return leaving.leave_item(request.user)


@hooks.register("register_log_actions")
def register_acts_of_teams(actions) -> None:
    history.register(actions)


@hooks.register("register_admin_urls")
def register_sharing():
    return sharing_menu.urlpatterns()


@hooks.register("register_admin_menu_item")
def offer_what_offices_share() -> MenuItem:
    return sharing_menu.FromOfficesItem()


@hooks.register("register_admin_menu_item")
def offer_reach() -> MenuItem:
    return sharing_menu.ReachItem()


@hooks.register("register_log_actions")
def register_choices_of_villages(actions) -> None:
    sharing_history.register(actions)
