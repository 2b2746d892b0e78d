from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import NOWHERE, SamplePage

LIGHT_IS_OUT = "Lampu jalan di tikungan dekat musala mati sejak pekan lalu."
REPAIRED = "Lampu sudah diganti. Terima kasih atas laporannya."


def group() -> Group:
    return Group(
        _("Complaints, ideas and what stands around requests"),
        "complaints",
        [
            Entry("components/cards/complaint.html", _("Complaint card"), card_states(), columns="wide"),
            Entry("components/complaint_tags.html", _("Kind and state of a complaint"), tag_states()),
            Entry("components/complaint_filters.html", _("Choices above the complaints"), filter_states()),
            Entry("components/request_publicity.html", _("Who may read it"), publicity_states()),
            Entry("components/service_state_note.html", _("State of a service"), note_states()),
            Entry(
                "components/identity_number_note.html",
                _("A number that is better not typed"),
                only({"words": _("This may be a NIK. Please search without it.")}),
            ),
            Entry("components/qr_code.html", _("QR code"), only({"qr": qr(), "label": _("QR code")})),
        ],
    )


def complaint(**values) -> SimpleNamespace:
    known = {
        "get_kind_display": _("Complaint"),
        "public_text": LIGHT_IS_OUT,
        "public_answer": "",
        "place": "Dusun Krajan",
        "is_open": True,
        "created_at": timezone.now() - timedelta(days=3),
    }
    return SimpleNamespace(**known | values)


def card_states() -> list[State]:
    waiting, answered = SamplePage("Lampu jalan mati"), SamplePage("Lampu jalan mati")
    waiting.state_text, answered.state_text = _("Being handled"), _("Done")
    done = complaint(is_open=False, public_answer=REPAIRED)
    return [
        State(_("Waits for an answer"), {"item": waiting, "complaint": complaint()}),
        State(_("Answered"), {"item": answered, "complaint": done}),
    ]


def filter_states() -> list[State]:
    kinds = [
        {"label": _("Complaint"), "url": NOWHERE, "current": False, "count": 2},
        {"label": _("Idea"), "url": NOWHERE, "current": False, "count": 1},
    ]
    row = SimpleNamespace(chips_label=_("Kind"), categories=kinds, all_url=NOWHERE, all_are_shown=True)
    return only({"filters": [row], "is_narrowed": True})


def tag_states() -> list[State]:
    return [
        State(_("Waits for an answer"), {"complaint": complaint(), "state_text": _("Being handled")}),
        State(_("Answered"), {"complaint": complaint(is_open=False), "state_text": _("Done")}),
    ]


def publicity_states() -> list[State]:
    return [
        State(_("Agreed, not published"), {"private_url": NOWHERE, "public_url": ""}),
        State(_("Published"), {"private_url": NOWHERE, "public_url": NOWHERE}),
    ]


def note_states() -> list[State]:
    until = timezone.localdate() + timedelta(days=2)
    reason = "Petugas mengikuti pelatihan di kabupaten."
    return [
        State(_("Limited"), {"state": SimpleNamespace(status="limited", until=None), "state_reason": reason}),
        State(_("Closed"), {"state": SimpleNamespace(status="closed", until=until), "state_reason": reason}),
    ]


def qr() -> SimpleNamespace:
    """No code at all, but squares as a code has them."""
    return SimpleNamespace(size=9, path="M1 1h3v3h-3zM5 1h1v1h-1zM1 5h1v1h-1zM3 6h2v2h-2zM6 4h2v1h-2z")
