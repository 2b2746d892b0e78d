from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SitesConfig(AppConfig):
    """Villages, the portal, and everything all page types share."""

    name = "sites"
    verbose_name = _("Village sites")
