"""What editors choose from, and readers filter by."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Theme(models.TextChoices):
    CULTURE = "culture", _("Culture and arts")
    LANGUAGE = "language", pgettext_lazy("theme of a course", "Languages")
    BUSINESS = "business", _("Business and selling")
    DIGITAL = "digital", _("Phone and internet")
    FARMING = "farming", _("Farming and fishing")
    HEALTH = "health", _("Health and family")
    ENVIRONMENT = "environment", _("Environment")
    CIVIC = "civic", _("Village and citizens")
    SCHOOL = "school", _("School subjects")
    OTHER = "other", pgettext_lazy("theme of a course", "Other")


class Level(models.TextChoices):
    BEGINNER = "beginner", _("Beginners")
    INTERMEDIATE = "intermediate", _("Intermediate")
    ADVANCED = "advanced", _("Advanced")


class Audience(models.TextChoices):
    EVERYBODY = "all", _("For everybody")
    CHILD = "child", pgettext_lazy("course", "Children")
    TEENAGER = "teenager", pgettext_lazy("course", "Teenagers")
    ADULT = "adult", pgettext_lazy("course", "Adults")
    SENIOR = "senior", pgettext_lazy("course", "Elderly people")


class Length(models.TextChoices):
    SHORT = "short", _("Up to 30 minutes")
    MEDIUM = "medium", _("31 to 90 minutes")
    LONG = "long", _("More than 90 minutes")


# First and last minute of each length; None where it has no end.
MINUTES = {Length.SHORT: (0, 30), Length.MEDIUM: (31, 90), Length.LONG: (91, None)}


class Licence(models.TextChoices):
    """How others may use a course. Without one that allows it, nobody may copy it."""

    BY = "by", "CC BY 4.0"
    BY_SA = "by-sa", "CC BY-SA 4.0"
    ZERO = "zero", "CC0 1.0"
    RESERVED = "reserved", _("All rights reserved")


LICENCE_ADDRESSES = {
    Licence.BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.ZERO: "https://creativecommons.org/publicdomain/zero/1.0/",
}
