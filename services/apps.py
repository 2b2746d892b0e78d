from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ServicesConfig(AppConfig):
    """What the village office does for people, and asking for it; a leaf below villages and the portal."""

    name = "services"
    verbose_name = _("Services, requests and public information")

    def ready(self):
        from services.attachments import keeping
        from services.editing import hiding

        hiding.connect()
        keeping.connect()
