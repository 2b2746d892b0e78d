from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MarketplacePagesConfig(AppConfig):
    """Businesses and their products; a leaf that adds page types below a village or the portal."""

    name = "marketplace_pages"
    verbose_name = _("Businesses and their products")

    def ready(self):
        from marketplace_pages import hall_screen
        from marketplace_pages.entries import signals
        from marketplace_pages.models import ProductCategory
        from marketplace_pages.permits import files
        from marketplace_pages.producers import signals as producer_signals
        from sites.tenancy import belongs_to_regency

        belongs_to_regency(ProductCategory)
        signals.connect()
        producer_signals.connect()
        files.connect()
        hall_screen.connect()
