from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LearningConfig(AppConfig):
    """Courses, lessons and quizzes; a leaf that adds page types below a village or the portal."""

    name = "learning"
    verbose_name = _("Courses, lessons and quizzes")
