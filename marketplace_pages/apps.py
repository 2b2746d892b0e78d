from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MarketplacePagesConfig(AppConfig):
    """Businesses and their products; a leaf that adds page types below a village or the portal."""

    name = "marketplace_pages"
    verbose_name = _("Businesses and their products")
