"""Sample objects for the style guide: all made up, none of them in a database.

Texts are Indonesian, like most of what villages write. Components that link with Wagtail's
`{% pageurl %}` need a page of Wagtail's; the others take anything with the right attributes.
"""

from .basics import (
    LONG,
    LONG_WORD,
    NOWHERE,
    Choice,
    SampleDocument,
    SamplePage,
    announcement,
    logo,
    picture,
    wagtail_page,
)
from .culture import SampleArtForm, SampleClass, SampleEvent, SampleRecording
from .frame import SampleFrame, SampleOffice, SampleVillage
from .learning import SampleCourse, SampleLesson
from .market import SampleProduct

__all__ = [
    "Choice",
    "LONG",
    "LONG_WORD",
    "NOWHERE",
    "SampleArtForm",
    "SampleClass",
    "SampleCourse",
    "SampleDocument",
    "SampleEvent",
    "SampleFrame",
    "SampleLesson",
    "SampleOffice",
    "SamplePage",
    "SampleProduct",
    "SampleRecording",
    "SampleVillage",
    "announcement",
    "logo",
    "picture",
    "wagtail_page",
]
