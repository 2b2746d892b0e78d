"""Services of the office: what to bring, what it costs, when it is to be had, and the list of them."""

from dataclasses import dataclass
from datetime import time, timedelta
from types import SimpleNamespace

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sites.opening_hours import OfficeStatus, OpeningRow
from sites.style_guide.entries import Entry, Group, State, only
from sites.style_guide.samples import (
    LONG,
    NOWHERE,
    SampleDocument,
    SampleFrame,
    SampleOffice,
    SamplePage,
    SampleVillage,
)


@dataclass
class Service(SamplePage):
    duration: str = "1 hari kerja"
    is_free: bool = True
    fee_rupiah: int | None = 0
    fee_note: str = ""
    counter: str = "Loket 2, Kasi Pelayanan"
    issuer: str = "Kepala desa"
    legal_basis: str = "UU 6/2014"
    continued_at: str = "Kecamatan"
    continued_with: str = "Surat dari desa, KTP asli"
    state_here: object | None = None
    card_template: str = "components/cards/service.html"

    @property
    def checked_on(self):
        return timezone.localdate() - timedelta(days=30)


@dataclass
class Guide(SamplePage):
    event_icon: str = "baby"
    get_life_event_display: str = "Anak lahir"
    card_template: str = "components/cards/guide.html"


def letter(**values) -> Service:
    return Service("Surat keterangan usaha", "Untuk pengajuan KUR atau rekening usaha.", **values)


def stopped(status: str = "closed") -> SimpleNamespace:
    is_closed = status == "closed"
    return SimpleNamespace(
        status=status,
        is_closed=is_closed,
        label="Tutup hari ini" if is_closed else "Terbatas",
        reason="Printer rusak. Surat dibuat lagi besok pagi.",
        language="id",
        until=timezone.localdate(),
    )


def group() -> Group:
    return Group(_("Services of the office"), "services", [*_of_lists(), *_of_pages(), *_of_help()])


def _of_lists() -> list[Entry]:
    cards = [
        State(_("As usual"), {"page": letter()}),
        State(_("Closed"), {"page": letter(state_here=stopped())}),
        State(_("Long"), {"page": Service(LONG, f"{LONG}. {LONG}.", is_free=False)}),
    ]
    notes = {"found": SimpleNamespace(query="ushaa", corrected="usaha"), "corrected_url": NOWHERE}
    return [
        Entry("components/cards/service.html", _("Card of a service"), cards, columns="narrow"),
        Entry(
            "components/cards/guide.html", _("Card of a guide"), only({"page": _guide()}), columns="narrow"
        ),
        Entry("components/life_events.html", _("Events in life"), only({"events": _events()})),
        Entry(
            "components/service_search.html",
            _("Search of services"),
            only({"action": NOWHERE, "query": "usaha"}),
        ),
        Entry("components/service_notes.html", _("How words were read"), only(notes)),
        Entry("components/guide_list.html", _("List of guides"), only({"guides": [_guide()]})),
        Entry(
            "components/service_group.html",
            _("Services of a category"),
            only({"group": SimpleNamespace(label="Surat dan keterangan", services=[letter(), letter()])}),
        ),
    ]


def _of_pages() -> list[Entry]:
    papers = [
        SimpleNamespace(name="KTP asli", note="Ditunjukkan saja", key="sample1"),
        SimpleNamespace(name=LONG, note="", key="sample2"),
    ]
    states = [
        State(_("Closed"), {"state": stopped()}),
        State(_("Limited"), {"state": stopped("limited")}),
    ]
    fees = [
        State(_("Free of charge"), {"page": letter()}),
        State(
            _("With a note"),
            {"page": letter(is_free=False, fee_rupiah=10000, fee_note="Materai dibeli sendiri.")},
        ),
    ]
    question = SimpleNamespace(question="Apakah bisa diwakilkan?", answer="Bisa, dengan surat kuasa.")
    basis = {"page": letter(), "downloads": [_download()], "is_checked_lately": False}
    return [
        Entry("components/service_state.html", _("State of a service"), states, columns="wide"),
        Entry("components/service_fee.html", _("More about a fee"), fees, columns="wide"),
        Entry(
            "components/checklist.html",
            _("What to bring, to be ticked"),
            only({"papers": papers, "key": "sample", "url": NOWHERE}),
        ),
        Entry("components/service_continued.html", _("Where it goes on"), only({"page": letter()})),
        Entry(
            "components/questions.html",
            _("Questions and answers"),
            only({"questions": [SimpleNamespace(value=question)]}),
        ),
        Entry("components/service_basis.html", _("Form, legal basis, last check"), only(basis)),
        Entry("components/guide_steps.html", _("Steps of a guide"), only({"steps": _steps()})),
    ]


def _of_help() -> list[Entry]:
    frame = SampleFrame(
        SampleOffice(whatsapp="+6280000000000"), village=SampleVillage("Desa Contoh", "Sukarasa")
    )
    asking = [
        State(
            _("With a form"), {"frame": frame, "ask": SimpleNamespace(url=NOWHERE, label="Ajukan dari rumah")}
        ),
        State(_("On the portal"), {"frame": SampleFrame(), "ask": None}),
    ]
    rows = [OpeningRow("Senin–Jumat", "08.00–15.00 WIB")]
    hours = SimpleNamespace(
        rows=rows, closed_days=[], is_own=False, status=OfficeStatus(True, until=time(15))
    )
    people = [SimpleNamespace(name="Kasi Pelayanan", language="id")]
    return [
        Entry("components/service_asking.html", _("Ways to ask"), asking, columns="wide"),
        Entry(
            "components/service_hours.html", _("Hours of a service"), only({"hours": hours, "page": letter()})
        ),
        Entry("components/at_counter.html", _("Who is at the counter"), only({"people": people})),
        Entry("components/service_help.html", _("Help beside the list"), only({"frame": frame})),
    ]


def _guide() -> Guide:
    return Guide("Bayi baru lahir", "Dari surat kelahiran sampai kartu keluarga.")


def _events() -> list[SimpleNamespace]:
    names = {"baby": "Anak lahir", "book-open": "Masuk sekolah", "store": "Mulai usaha"}
    return [
        SimpleNamespace(label=name, icon=icon, url=NOWHERE, current=icon == "store", count=number)
        for number, (icon, name) in enumerate(names.items(), start=1)
    ]


def _steps() -> list[SimpleNamespace]:
    return [
        SimpleNamespace(title="Buat surat usaha", text="Datang ke balai desa.", service=letter()),
        SimpleNamespace(title="Daftarkan NIB", text="Petugas membantu setiap Selasa.", service=None),
    ]


def _download() -> SimpleNamespace:
    return SimpleNamespace(
        document=SampleDocument("Blangko", "PDF", "48 KB"), title_or_name="Blangko pengantar RT"
    )
