"""The seven things by which a tourism village is judged (Jadesta, Anugerah Desa Wisata Indonesia)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Criterion(models.TextChoices):
    ATTRACTION = "attraction", _("Something to visit")
    SOUVENIR = "souvenir", _("Souvenirs")
    HOMESTAY = "homestay", _("Homestay")
    TOILET = "toilet", _("Public toilets")
    DIGITAL = "digital", _("Digital and creative")
    CHSE = "chse", _("Clean, healthy, safe and sustainable (CHSE)")
    INSTITUTION = "institution", _("An organisation that runs it")
