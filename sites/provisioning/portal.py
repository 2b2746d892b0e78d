"""The regency portal: the default site, the one that is no village."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, Page, Site, Task, Workflow, WorkflowPage

from sites.models import PortalContainerPage, PortalHomePage, SiteSettings

from . import pages, rights
from .hostnames import checked_hostname

STAFF_GROUP = "Staf portal"
STAFF_PAGE_RIGHTS = rights.ADMIN_PAGE_RIGHTS


@transaction.atomic
def create_portal(hostname: str | None = None) -> tuple[Site, bool]:
    """Make the portal's site, homes and staff group, or complete them; return (site, created)."""
    site = Site.objects.filter(is_default_site=True, root_page__depth=3).first()
    created = site is None
    if created:
        remove_wagtail_defaults()
        hostname = checked_hostname(hostname or settings.PORTAL_HOSTNAME)
        container = pages.tree_root().add_child(
            instance=PortalContainerPage(
                title=f"Portal {settings.WAGTAIL_SITE_NAME}", slug="portal", locale=pages.default_locale()
            )
        )
        home = pages.add_homes(container, PortalHomePage, settings.WAGTAIL_SITE_NAME)
        site = Site.objects.create(
            hostname=hostname,
            port=settings.PUBLIC_PORT,
            site_name=settings.WAGTAIL_SITE_NAME,
            root_page=home,
            is_default_site=True,
        )
        SiteSettings.objects.create(site=site, english_enabled=True)
    ensure_staff_group()
    pages.add_missing_pages(site)
    return site, created


def remove_wagtail_defaults() -> None:
    """Remove what Wagtail's own migrations leave behind: a welcome page with its site, and
    groups and a workflow on the root of the tree, which would reach into every village."""
    Site.objects.filter(root_page__depth__lt=3).delete()
    for page in Page.objects.filter(depth=2, slug="home", content_type__app_label="wagtailcore"):
        page.delete()
    WorkflowPage.objects.filter(page__depth=1).delete()
    Workflow.objects.filter(name="Moderators approval").delete()
    Task.objects.filter(name="Moderators approval").delete()
    Group.objects.filter(name__in=["Moderators", "Editors"], user=None).delete()


def ensure_staff_group() -> Group:
    """Portal staff look after every site: pages and media from the root down, villages, offices."""
    group, _made = Group.objects.get_or_create(name=STAFF_GROUP)
    register = ["add_village", "change_village", "view_village", "add_office", "change_office", "view_office"]
    provision = Permission.objects.filter(content_type__app_label="sites", codename__in=register)
    more = Q(codename="change_sitesettings") | Q(content_type__app_label="wagtailredirects")
    group.permissions.set(
        [
            *rights.global_permissions(),
            *provision,
            *Permission.objects.filter(more),
        ]
    )
    rights.set_page_rights(group, [pages.tree_root()], STAFF_PAGE_RIGHTS)
    rights.set_media_rights(group, Collection.get_first_root_node(), rights.ADMIN_MEDIA_RIGHTS)
    return group
