from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CultureConfig(AppConfig):
    """Art forms, classes and the calendar; a leaf that adds page types below a village or the portal."""

    name = "culture"
    verbose_name = _("Art forms, classes and the calendar")

    def ready(self):
        from culture import hall_screen

        hall_screen.connect()
