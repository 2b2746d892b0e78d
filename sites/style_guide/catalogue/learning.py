from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from sites.style_guide.entries import Entry, Group, State
from sites.style_guide.samples import LONG, NOWHERE, Choice, SampleCourse, SampleLesson, picture

TITLES = [
    "Kenapa foto menentukan",
    "Bersihkan lensa dan latar",
    "Cahaya dari jendela",
    "Sudut dan jarak",
    LONG,
]
QUIZ = SampleLesson("Kuis")


def group() -> Group:
    return Group(
        _("Courses"),
        "courses",
        [
            Entry(
                "components/lessons.html",
                _("Lessons and progress"),
                [
                    State(_("One is open"), {"lessons": lessons(), "current": "3", "quiz": QUIZ}),
                    State(_("Without a quiz"), {"lessons": lessons()[:2]}),
                ],
                columns="wide",
            ),
            Entry("components/course_steps.html", _("Content of a course"), step_states()),
            Entry("navigation/pager.html", _("From lesson to lesson"), pager_states()),
            Entry("components/cards/course.html", _("Card of a course"), card_states(), columns="wide"),
            Entry("components/course_tags.html", _("Theme, level, publisher"), tag_states(), columns="wide"),
            Entry("components/course_origin.html", _("Where a course comes from"), origin_states()),
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


def lessons() -> list[SampleLesson]:
    return [
        SampleLesson(title, key=str(number), number=number) for number, title in enumerate(TITLES, start=1)
    ]


def step_states() -> list[State]:
    told = [
        SampleLesson("Kenapa foto menentukan", "Pembeli melihat dulu, baru membaca.", key="1"),
        SampleLesson(LONG, LONG, key="2", number=2, minutes=90),
    ]
    return [
        State(_("With a quiz"), {"lessons": lessons()[:3], "quiz": QUIZ}),
        State(_("With summaries"), {"lessons": told}),
    ]


def pager_states() -> list[State]:
    first, second, third, *_rest = lessons()
    whole = SampleCourse("Jualan lewat HP")
    return [
        State(_("First"), {"next": second, "page": whole}),
        State(_("In the middle"), {"previous": first, "next": third, "page": whole}),
        State(_("Last"), {"previous": SampleLesson(LONG), "page": whole}),
    ]


def card_states() -> list[State]:
    courses = [
        (
            _("Sample"),
            SampleCourse("Jualan lewat HP", "Dari foto sampai melayani pembeli.", mark="Dispendik"),
        ),
        (
            _("With picture"),
            SampleCourse("Tari Gandrung", gives_certificate=True, listing_image=picture(), pk=2),
        ),
        (_("Long title"), SampleCourse(LONG, f"{LONG}. {LONG}.", pk=3)),
        (_("Of another village"), SampleCourse("Bahasa Osing", village_name="Desa Olehsari", pk=4)),
    ]
    return [State(title, {"page": page, "level": 3}) for title, page in courses]


def tag_states() -> list[State]:
    shared, own = SampleCourse("Jualan lewat HP", mark="Dispendik"), SampleCourse("Bahasa Osing")
    return [State(_("Of an office"), {"page": shared}), State(_("Of the village"), {"page": own})]


def origin_states() -> list[State]:
    full = SampleCourse(
        "Jualan lewat HP",
        author="Tim contoh",
        based_on="Jualan daring, Dinas Pendidikan",
        based_on_url=NOWHERE,
        source_lines=("Buku contoh, halaman 3", "situs.example"),
    )
    return [
        State(_("All details known"), {"page": full, "issuer": "Desa Kemiren"}),
        State(_("Nothing more known"), {"page": SampleCourse(""), "issuer": "Dinas Pendidikan"}),
    ]


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
