"""Courses and lessons."""

from dataclasses import dataclass

from .basics import NOWHERE, SamplePage


@dataclass
class SampleLesson(SamplePage):
    key: str = ""
    number: int = 1
    minutes: int = 10
    question_count: int = 3


@dataclass
class SampleCourse(SamplePage):
    menu_icon: str = "book-open"
    get_theme_display: str = "Usaha dan jualan"
    get_level_display: str = "Pemula"
    get_licence_display: str = "CC BY 4.0"
    licence_url: str = NOWHERE
    mark: str = ""
    village_name: str = ""
    duration: str = "sekitar 45 menit"
    lesson_count: int = 5
    gives_certificate: bool = False
    author: str = ""
    based_on: str = ""
    based_on_url: str = ""
    source_lines: tuple[str, ...] = ()
