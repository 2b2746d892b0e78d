"""Languages that people are taught in, beside those that the sites are written in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SpokenLanguage(models.TextChoices):
    INDONESIAN = "id", _("Indonesian")
    OSING = "osi", _("Osing")
    JAVANESE = "jv", _("Javanese")
    MADURESE = "mad", _("Madurese")
    ENGLISH = "en", _("English")
    MIXED = "mul", _("Several languages")
