from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig

# Leaf apps put their own parts of the hall's screen before or after it.
ANNOUNCEMENTS_ON_SCREEN = 10


class SitesConfig(AppConfig):
    """Villages, the portal, and everything all page types share."""

    name = "sites"
    verbose_name = _("Village sites")
    default = True

    def ready(self):
        from sites import publishing, roots, workflow
        from sites.hall_screen import announcements, register_screen_part
        from sites.page_cache import changes, purging
        from sites.sharing import signals
        from sites.tenancy.checks import register_checks
        from sites.tenancy.declared import declare_owners

        declare_owners()
        register_checks()
        publishing.connect()
        roots.connect()
        workflow.connect()
        signals.connect()
        changes.connect()
        purging.connect()
        register_screen_part(ANNOUNCEMENTS_ON_SCREEN, announcements.announcements)


class AccountsConfig(WagtailUsersAppConfig):
    """Wagtail's accounts with our forms; INSTALLED_APPS names it in place of "wagtail.users"."""

    user_viewset = "sites.admin.people.AccountViewSet"
