"""The public names of this app's models."""

from .certificates import Certificate
from .course_list import CourseIndexPage
from .courses import CoursePage
from .progress import LearningCode
from .results import Attempt, Milestone

__all__ = ["Attempt", "Certificate", "CourseIndexPage", "CoursePage", "LearningCode", "Milestone"]
