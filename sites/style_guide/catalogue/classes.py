from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import NOWHERE, Choice, SampleClass

DANCE = "Tari Jejer Gandrung untuk pemula"


def group() -> Group:
    return Group(
        _("Classes"),
        "classes",
        [
            Entry(
                "components/class_seats.html",
                _("Seats and the button to register"),
                [
                    State(_("Some left"), {"page": dance(seats_taken=14), "url": NOWHERE}),
                    State(_("No seats left"), {"page": dance(seats_taken=20), "url": NOWHERE}),
                    State(
                        _("Without a waiting list"), {"page": dance(seats_taken=20, has_waiting_list=False)}
                    ),
                ],
                columns="wide",
            ),
            Entry("components/class_state.html", _("Why nobody can register"), closed(), columns="wide"),
            Entry("components/meetings.html", _("Meetings of a class"), only(meetings())),
            Entry("components/meeting_list.html", _("List of meetings"), only({"sessions": sessions()})),
            Entry(
                "components/things_to_bring.html",
                _("What to bring"),
                only({"page": SimpleNamespace(things_to_bring=["Selendang (sampur)", "Air minum"])}),
            ),
            Entry("components/ticket.html", _("Ticket"), tickets(), columns="wide"),
            Entry(
                "components/registration_privacy.html",
                _("What happens with the data of participants"),
                only({"kept_days": 90}),
            ),
        ],
    )


def dance(state: str = "open", **values) -> SampleClass:
    page = SampleClass(DANCE, seats=20, state=Choice(state, ""), **values)
    page.registration_until = timezone.localdate() + timedelta(days=9)
    return page


def closed() -> list[State]:
    yesterday = timezone.localdate() - timedelta(days=1)
    states = {
        _("Cancelled"): {"state": "cancelled", "why_cancelled": "Pelatih sakit sampai bulan depan."},
        _("Over"): {"state": "finished", "term_to": yesterday},
        _("Running"): {"state": "running", "registration_until": yesterday},
        _("Not begun yet"): {"state": "closed", "registration_until": yesterday},
    }
    return [State(title, {"page": SimpleNamespace(**values)}) for title, values in states.items()]


def sessions(first: int = 2) -> list[SimpleNamespace]:
    """Three meetings, a week apart: as planned, cancelled, moved."""
    start = timezone.localtime().replace(hour=9, minute=0) + timedelta(days=first)
    kinds = [("", ""), ("cancelled", "Hujan lebat"), ("moved", "Balai desa dipakai rapat")]
    return [
        SimpleNamespace(
            starts_at=start + timedelta(weeks=week, days=kind == "moved"),
            ends_at=start + timedelta(weeks=week, days=kind == "moved", hours=1.5),
            planned_at=start + timedelta(weeks=week),
            is_cancelled=kind == "cancelled",
            is_moved=kind == "moved",
            display_reason=reason,
        )
        for week, (kind, reason) in enumerate(kinds)
    ]


def meetings() -> dict:
    found = SimpleNamespace(coming=sessions(), further=sessions(30), past=sessions(-30))
    return {"meetings": found, "calendar_url": NOWHERE}


def tickets() -> list[State]:
    registration = SimpleNamespace(code="K7M-4QX", name="Peserta Contoh")
    active = {"registration": registration, "is_active": True}
    return [
        State(_("With a seat"), active),
        State(_("On the waiting list"), active | {"queue_place": 3}),
        State(_("Over"), {"registration": registration}),
    ]
