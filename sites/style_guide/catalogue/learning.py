from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from sites.style_guide.entries import Entry, Group, State
from sites.style_guide.samples import LONG, Choice, SampleLesson

TITLES = [
    "Kenapa foto menentukan",
    "Bersihkan lensa dan latar",
    "Cahaya dari jendela",
    "Sudut dan jarak",
    LONG,
]


def group() -> Group:
    return Group(
        _("Courses"),
        "courses",
        [
            Entry(
                "components/lessons.html",
                _("Lessons and progress"),
                [
                    State(_("Not begun"), lessons(0, 1)),
                    State(_("In the middle"), lessons(2, 3)),
                    State(_("Finished"), lessons(5, 0)),
                ],
                columns="wide",
            ),
            Entry(
                "components/quiz_question.html",
                _("Question of a quiz"),
                [
                    State(_("Not answered"), {"question": question("")}),
                    State(_("Right answer"), {"question": question("b")}),
                    State(_("Wrong answer"), {"question": question("a")}),
                    State(_("Several right answers"), {"question": several()}),
                    State(_("Short answer"), {"question": typed()}),
                    State(_("Put into order"), {"question": ordered()}),
                ],
                columns="wide",
            ),
        ],
    )


def lessons(done: int, current: int) -> dict:
    listed = [
        SampleLesson(title, is_done=number <= done, is_current=number == current)
        for number, title in enumerate(TITLES, start=1)
    ]
    return {"lessons": listed, "lessons_done": done, "lesson_count": len(listed)}


def several() -> dict:
    return question("b") | {"may_have_several": True, "verdict": "", "name": "several"}


def typed() -> dict:
    asked = {"number": 2, "text": "Apa bahasa Osing untuk api?", "name": "typed", "longest": 200}
    return asked | {"is_typed": True, "typed": "genei", "verdict": "right", "reason": "Genei juga benar."}


def ordered() -> dict:
    options = [SampleStep(TITLES[number], f"step-{number}") for number in (1, 0, 2)]
    asked = {"number": 3, "text": "Apa urutannya?", "is_ordered": True, "places": ["1", "2", "3"]}
    return asked | {"options": options}


@dataclass
class SampleStep:
    label: str
    name: str
    place: str = ""
    mark: str = ""


def question(answer: str) -> dict:
    verdict = {"": "", "b": "right"}.get(answer, "wrong")
    options = [
        Choice("a", "Tepat tengah hari"),
        Choice("b", "Pagi sebelum pukul 9"),
        Choice("c", "Malam dengan lampu kuning"),
    ]
    for option in options:
        option.is_chosen = option.value == answer
        option.mark = verdict if option.is_chosen else ""
    return {
        "number": 1,
        "text": "Kapan cahaya jendela paling lembut?",
        "name": "answer",
        "options": options,
        "verdict": verdict,
        "reason": "Matahari masih rendah, jadi bayangan tidak keras." if verdict else "",
    }
