from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class SitesConfig(AppConfig):
    """Villages, the portal, and everything all page types share."""

    name = "sites"
    verbose_name = _("Village sites")
    default = True

    def ready(self):
        from sites import publishing
        from sites.sharing import signals
        from sites.tenancy.checks import register_checks
        from sites.tenancy.declared import declare_owners

        declare_owners()
        register_checks()
        publishing.connect()
        signals.connect()


class AccountsConfig(WagtailUsersAppConfig):
    """Wagtail's accounts with our forms; INSTALLED_APPS names it in place of "wagtail.users"."""

    user_viewset = "sites.admin.people.AccountViewSet"
