"""The questions that this app asks, by subject."""

from .certificates import CertificateQuerySet
from .courses import CourseManager, CourseQuerySet
from .progress import LearningCodeQuerySet
from .results import AttemptQuerySet, MilestoneQuerySet

__all__ = [
    "AttemptQuerySet",
    "CertificateQuerySet",
    "CourseManager",
    "CourseQuerySet",
    "LearningCodeQuerySet",
    "MilestoneQuerySet",
]
