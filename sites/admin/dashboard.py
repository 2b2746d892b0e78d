"""Cards of the admin's first page."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import policy_registry

from sites.admin.first_steps import first_steps
from sites.admin.switcher import SwitchPanel
from sites.identity import portal_site
from sites.models import (
    AnnouncementIndexPage,
    AnnouncementPage,
    Office,
    OfficePage,
    SiteSettings,
    User,
    Village,
)
from sites.querysets import below_any, village_scope
from sites.sharing.card import card_for
from sites.tenancy import access_of, villages_of, working_village

SOON_DAYS = 7


class YourVillagePanel(Component):
    """ "Your village": what an operator does most, one tap away."""

    name = "your_village"
    template_name = "sites/admin/your_village.html"
    order = 50

    def __init__(self, village: Village, user: User):
        self.village = village
        self.user = user

    def get_context_data(self, parent_context: dict) -> dict:
        policy = policy_registry.get_by_type(Page)
        editable = policy.instances_user_has_permission_for(self.user, "change")
        pages = editable.filter(village_scope(self.village.site))
        write_url, settings_url = self.write_url(), self.settings_url()
        return {
            "village": self.village,
            "write_url": write_url,
            "settings_url": settings_url,
            "first_steps": first_steps(self.village, write_url, settings_url) if settings_url else [],
            "explore_url": reverse("wagtailadmin_explore", args=[self.village.site.root_page_id]),
            "drafts": latest_drafts(pages),
            "ending": ending_soon(self.village.container),
        }

    def settings_url(self) -> str | None:
        """Address of the village's settings, for those who may change them."""
        policy = SiteSettings.get_permission_policy()
        allowed = policy.sites_user_has_permission_for(self.user, "change")
        if not allowed.filter(pk=self.village.site_id).exists():
            return None
        return reverse("wagtailsettings:edit", args=["sites", "sitesettings", self.village.site_id])

    def write_url(self) -> str | None:
        """Address of the form for a new announcement in the village's Indonesian list."""
        return url_to_write_below(self.village.site.root_page)


class YourOfficePanel(Component):
    """ "Your office": the same for the staff of an office, whose pages stand on the portal."""

    name = "your_office"
    template_name = "sites/admin/your_office.html"
    order = 50

    def __init__(self, office: Office, page: OfficePage):
        self.office = office
        self.page = page

    def get_context_data(self, parent_context: dict) -> dict:
        pages = Page.objects.filter(below_any(self.office.pages.all()))
        return {
            "request": parent_context["request"],
            "office": self.office,
            "page": self.page,
            "write_url": url_to_write_below(self.page),
            "staff_url": reverse("office_staff:members", args=[self.office.pk]),
            "reach_url": reverse("reach:index"),
            "drafts": latest_drafts(pages),
            "ending": ending_soon(self.page),
        }


def latest_drafts(pages):
    return pages.filter(has_unpublished_changes=True).order_by("-latest_revision_created_at")[:5]


def ending_soon(top: Page):
    """Announcements below a page that end within a week."""
    soon = timezone.now() + timedelta(days=SOON_DAYS)
    ending = AnnouncementPage.objects.descendant_of(top).current().filter(expires_at__lte=soon)
    return ending.select_related("locale").order_by("expires_at")[:5]


def url_to_write_below(page: Page) -> str | None:
    """Address of the form for a new announcement in the list right below a page."""
    lists = AnnouncementIndexPage.objects.child_of(page).first()
    return reverse("wagtailadmin_pages:add", args=["sites", "announcementpage", lists.pk]) if lists else None


class VillagesPanel(Component):
    """For portal staff: write for the regency, see how many villages have a site, open the next one."""

    name = "villages"
    template_name = "sites/admin/villages.html"
    order = 50

    def get_context_data(self, parent_context: dict) -> dict:
        villages = Village.objects.all()
        return {
            "registered": villages.count(),
            "online": villages.open().count(),
            "write_url": url_to_write_below(portal_site().root_page),
            "list_url": reverse("villages:index"),
            "add_url": reverse("villages:add"),
        }


def office_pages_of(user: User) -> list[OfficePage]:
    """The Indonesian page of each office that somebody works for."""
    if not (offices := access_of(user).offices):
        return []
    pages = OfficePage.objects.filter(office__in=offices).in_language(settings.LANGUAGE_CODE)
    return list(pages.select_related("office", "locale").defer_streamfields())


def panels_for(request: HttpRequest) -> list[Component]:
    """Cards of one person: their villages, the one they work for now, their offices, the register."""
    panels: list[Component] = []
    if len(villages_of(request.user)) > 1:
        panels.append(SwitchPanel())
    if village := working_village(request):
        panels.append(YourVillagePanel(village, request.user))
        panels += card_for(village)
    panels += [YourOfficePanel(page.office, page) for page in office_pages_of(request.user)]
    if request.user.has_perm("sites.add_village"):
        panels.append(VillagesPanel())
    return panels
