from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.models.pages import PagePermissionTester


class WithdrawingPermissionTester(PagePermissionTester):
    """Who may change a page may also take it off: what is wrong or over can't wait for a check.

    It differs from Wagtail's for the staff of offices with the two-step check, who may not publish.
    """

    def can_unpublish(self):
        user, page = self.user, self.page
        if user.is_superuser or not user.is_active or "change" not in self.permissions:
            return super().can_unpublish()
        return page.live and not self.page_is_root and not self.page_locked()


class FixedPagePermissionTester(PagePermissionTester):
    """For pages that carry a site: they are made by provisioning and stay where they are."""

    def can_delete(self, ignore_bulk=False):
        return False

    def can_move(self):
        return False

    def can_copy(self):
        return False

    def can_unpublish(self):
        return False

    def can_set_view_restrictions(self):
        return self.user.is_superuser


class ContainerPermissionTester(FixedPagePermissionTester):
    def can_edit(self):
        return self.user.is_active and self.user.is_superuser

    def can_publish(self):
        return self.can_edit()


class SiteContainerPage(Page):
    """Holds a site's home in each language; it has no address of its own.

    Page rights of a village are granted once, here, and so cover every language.
    """

    parent_page_types = ["wagtailcore.Page"]
    is_creatable = False
    preview_modes = []

    class Meta:
        abstract = True

    def permissions_for_user(self, user):
        return ContainerPermissionTester(user, self)


class VillageContainerPage(SiteContainerPage):
    """A village in the explorer."""

    subpage_types = ["sites.VillageHomePage"]

    class Meta:
        verbose_name = _("village")
        verbose_name_plural = _("villages")


class PortalContainerPage(SiteContainerPage):
    """The regency portal in the explorer."""

    subpage_types = ["sites.PortalHomePage"]

    class Meta:
        verbose_name = _("portal")
        verbose_name_plural = _("portals")
