"""The public names of this app's blocks."""

from .lessons import LessonBodyBlock, LessonsBlock
from .questions import QuestionsBlock
from .reading import question_of

__all__ = ["LessonBodyBlock", "LessonsBlock", "QuestionsBlock", "question_of"]
