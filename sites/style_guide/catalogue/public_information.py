from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import LONG, NOWHERE, SampleDocument, SampleFrame, SamplePage, SampleVillage

VILLAGE = SampleVillage("Desa Karangoling", "Glagah")


def group() -> Group:
    return Group(
        _("Requests and public information"),
        "public-information",
        [
            Entry("components/request_state.html", _("State of a request"), request_states(), columns="wide"),
            Entry(
                "components/request_entries.html",
                _("What has happened with a request"),
                only({"request_": request(), "entries": entries()}),
                columns="wide",
            ),
            Entry("components/request_privacy.html", _("Data of a request"), only({"kept_days": 90})),
            Entry(
                "components/cards/public_document.html",
                _("Document card"),
                document_states(),
                columns="wide",
            ),
            Entry("components/library_search.html", _("Search of documents"), search_states()),
            Entry("components/document_search_notes.html", _("How words were read"), note_states()),
            Entry("components/document_replaced.html", _("A document that was replaced"), replaced_states()),
            Entry(
                "components/information_request.html",
                _("Asking for information"),
                only({"frame": SampleFrame(village=VILLAGE)}),
            ),
        ],
    )


def request(**values) -> SimpleNamespace:
    now = timezone.now()
    sample = {
        "code": "K7QMX2WB9FTR",
        "name": "Warga Contoh",
        "message": "Untuk keringanan biaya sekolah.",
        "created_at": now,
        "due_on": timezone.localdate() + timedelta(days=3),
        "comes_on": None,
        "is_open": True,
        "get_state_display": pgettext_lazy("request", "Received"),
    }
    return SimpleNamespace(**sample | values)


def request_states() -> list[State]:
    tomorrow = timezone.localdate() + timedelta(days=1)
    done = request(is_open=False, get_state_display=pgettext_lazy("request", "Done"))
    return [
        State(pgettext_lazy("request", "Received"), {"request_": request()}),
        State(_("With a day"), {"request_": request(comes_on=tomorrow)}),
        State(pgettext_lazy("request", "Done"), {"request_": done}),
    ]


def entries() -> list[SimpleNamespace]:
    now = timezone.now()
    rows = [
        ("state", "received", pgettext_lazy("request", "Received"), ""),
        ("reply", "", "", "Apakah bisa diambil kakak saya?"),
        ("answer", "", "", "Bisa, dengan membawa kode ini."),
        ("state", "ready", pgettext_lazy("request", "Ready to collect"), "Silakan diambil di loket 1."),
    ]
    return [
        SimpleNamespace(kind=kind, state=state, get_state_display=label, text=text, created_at=now)
        for kind, state, label, text in rows
    ]


def document(title: str, **values) -> SamplePage:
    page = SamplePage(title)
    sample = {
        "get_kind_display": _("Village regulation (Perdes)"),
        "year": 2026,
        "number": "3 Tahun 2026",
        "document": SampleDocument("Perdes", "PDF", "240 KB"),
        "is_replaced": False,
    }
    vars(page).update(sample | values)
    return page


def document_states() -> list[State]:
    old = document("Peraturan desa tentang sampah", year=2020, number="", is_replaced=True)
    return [
        State(_("With a number"), {"page": document("Peraturan desa tentang bank sampah")}),
        State(pgettext_lazy("document", "Replaced"), {"page": old}),
        State(_("Long title"), {"page": document(LONG)}),
    ]


def search_states() -> list[State]:
    label = _("Search the documents")
    kept = [("list", "periodic")]
    return [
        State(_("Empty"), {"action": NOWHERE, "label": label}),
        State(_("With words"), {"action": NOWHERE, "label": label, "query": "sampah", "kept": kept}),
    ]


def note_states() -> list[State]:
    nothing = {"words": "perdess", "corrected": "", "some_words_only": False, "suggestion": ""}
    return [
        State(_("Corrected"), {"found": nothing | {"corrected": "perdes"}}),
        State(_("Some of the words"), {"found": nothing | {"some_words_only": True}}),
        State(_("As typed, with a suggestion"), {"found": nothing | {"suggestion": "perdes"}}),
    ]


def replaced_states() -> list[State]:
    return [
        State(
            pgettext_lazy("document", "Replaced"),
            {"newer": SamplePage("Peraturan desa tentang bank sampah"), "older": None},
        ),
        State(_("Has replaced another"), {"newer": None, "older": SamplePage("Peraturan lama")}),
    ]
